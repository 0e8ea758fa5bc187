import { countWords } from './count-words.js';

describe('counting words', () => {
  it.each([
    ['vi', 'Sóc Trăng triển khai bình chọn năm 2013.', 8],
    ['en', 'The committee, too, met on 9 May 2013.', 8],
    ['km', 'ខ្ញុំស្រឡាញ់ភាសាខ្មែរ', 3],
    ['en', '', 0],
  ] as const)('in %s', (language, text, words) => {
    expect(countWords(text, language)).toBe(words);
  });

  it('takes a long run without a space in its stride', () => {
    expect(countWords('ខ្មែរ'.repeat(20_000), 'km')).toBeGreaterThan(10_000);
  });
});
