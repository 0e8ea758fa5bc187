import { languageOfTitle } from './title-text';

it.each([
  ['Hội thảo về lúa gạo', 'vi'],
  ['សិក្ខាសាលា', 'km'],
  ['A workshop on rice', 'en'],
] as const)('%s is %s', (title, language) => {
  expect(languageOfTitle(title)).toBe(language);
});
