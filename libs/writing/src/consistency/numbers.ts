import type { WritingFinding, WritingLine } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { finding } from '../finding.js';

/** Numbers that texts also write in words. */
const inWords: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  vi: { một: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10 },
  en: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  },
  km: { មួយ: 1, ពីរ: 2, បី: 3, បួន: 4, ប្រាំ: 5, ប្រាំមួយ: 6, ប្រាំពីរ: 7, ប្រាំបី: 8, ប្រាំបួន: 9, ដប់: 10 },
};
const number = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu;

/** Latin digits, and no separators: 1.000,5 and 1,000.5 are the same here. */
const valueOf = (digits: string): string =>
  digits
    .replace(/[០-៩]/gu, (digit) => String(digit.charCodeAt(0) - 0x17e0))
    .replace(/[.,]/gu, '')
    .replace(/^0+(?=\d)/u, '');

/** Numbers of the title that the text does not have. Without a text there is nothing to say. */
export function findNumbers(lines: readonly WritingLine[], language: Language): WritingFinding[] {
  const title = lines.find(({ path }) => path === 'title');
  const text = lines
    .filter(({ path }) => path.startsWith('body'))
    .map(({ words }) => words)
    .join('\n');
  if (!title || text.trim() === '') return [];
  const there = new Set([...text.matchAll(number)].map(([digits]) => valueOf(digits)));
  for (const [word, value] of Object.entries(inWords[language])) {
    const says = language === 'km' ? text.includes(word) : hasWord(text, word);
    if (says) there.add(String(value));
  }
  return [...title.words.matchAll(number)]
    .filter(([digits]) => !there.has(valueOf(digits)))
    .map(({ 0: words, index: from }) =>
      finding(title, { kind: 'number', from, to: from + words.length, words }),
    );
}

const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text);
