import type { Block } from '@desk/contracts';
import { missingIn } from './checklist';
import type { EditionText } from './edition-text';

const words = (text: string): number => text.split(/\s+/).filter((one) => one !== '').length;
const text = (...content: Block[]): EditionText => ({
  title: 'Hội đua ghe ngo',
  summary: 'Sóc Trăng vào hội.',
  slug: '',
  seo: { title: '', description: '' },
  body: { type: 'doc', content },
});
const paragraph = (said: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: said }],
});
const heading = (level: 2 | 3 | 4, said: string): Block => ({
  type: 'heading',
  attrs: { level },
  ...(said !== '' && { content: [{ type: 'text', text: said }] }),
});
const figure = (alt: string, credit: string, caption: string): Block => ({
  type: 'figure',
  attrs: { src: '/media/ghe-ngo.jpg', alt, credit },
  ...(caption !== '' && { content: [{ type: 'text', text: caption }] }),
});
const told = (given: EditionText) =>
  missingIn(given, words).map(({ what, block }) => `${what}${block === null ? '' : ` ${block}`}`);

it('nothing is missing of a whole text', () => {
  const whole = text(paragraph('Một.'), heading(2, 'Hai'), heading(3, 'Ba'), figure('a', 'b', 'c'));
  expect(told(whole)).toEqual([]);
});

it('an empty page lacks everything', () => {
  expect(told({ ...text(), title: ' ', summary: '' })).toEqual(['title', 'summary', 'text']);
});

it('tells of which block it speaks', () => {
  const found = told(text(paragraph('Một.'), figure('', '', ''), figure('a', '', 'c')));
  expect(found).toEqual(['alt 1', 'caption 1', 'credit 1', 'credit 2']);
});

it('tells of headings that skip a level or say nothing', () => {
  const found = told(text(heading(3, 'Sai'), heading(2, ''), heading(4, 'Sai'), paragraph('a')));
  expect(found).toEqual(['heading_level 0', 'empty_heading 1', 'heading_level 2']);
});

it('tells of paragraphs that are too long to read', () => {
  expect(told(text(paragraph('lúa '.repeat(151)), paragraph('lúa '.repeat(150))))).toEqual([
    'long_paragraph 0',
  ]);
});
