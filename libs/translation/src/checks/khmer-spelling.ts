import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';
import { spansOf } from './spans.js';

/**
 * Khmer syllables as Unicode orders them: a letter, its robat, subscripts, register shifter, vowel
 * sign, then other signs. Sequences that look right and are stored otherwise defeat search,
 * comparison and line breaking.
 */
const faults: readonly {
  readonly key: string;
  readonly pattern: RegExp;
  readonly fix?: (text: string) => string;
  /** Looks right on the page, so that a reader is not misled. */
  readonly unseen?: true;
}[] = [
  { key: 'subscript', pattern: /\u17D2(?![\u1780-\u17B3])/gu },
  {
    key: 'repeated_sign',
    pattern: /([\u17B6-\u17D1\u17DD])\1+/gu,
    fix: (text) => text.slice(0, 1),
  },
  // េ + ា, េ + ី: two signs typed for one.
  {
    key: 'split_vowel',
    pattern: /\u17C1[\u17B6\u17B8]/gu,
    fix: (text) => (text.endsWith('\u17B6') ? '\u17C4' : '\u17BE'),
  },
  {
    key: 'order',
    // From the first sign on, so that a long row of signs is read once.
    pattern:
      /(?<![\u17B6-\u17C8\u17CB-\u17D1])[\u17B6-\u17C8\u17CB-\u17D1]+(?:\u17D2[\u1780-\u17B3])+/gu,
    fix: (text) => {
      const cut = text.indexOf('\u17D2');
      return text.slice(cut) + text.slice(0, cut);
    },
    unseen: true,
  },
  { key: 'order', pattern: /[\u17C6-\u17C8][\u17B6-\u17C5]/gu, fix: swapped, unseen: true },
  { key: 'order', pattern: /[\u17B6-\u17C5][\u17C9\u17CA]/gu, fix: swapped, unseen: true },
  { key: 'two_vowels', pattern: /([\u17B6-\u17C5])(?!\1|\u17B6|\u17B8)[\u17B6-\u17C5]/gu },
  {
    key: 'alone',
    pattern: /(?<![\u1780-\u17D3\u17DD]|[\u200B-\u200D]|\u25CC)[\u17B6-\u17D1\u17DD]/gu,
  },
  { key: 'outdated', pattern: /[\u17A3\u17A4\u17D8]|\u17B4|\u17B5/gu },
];

function swapped(text: string): string {
  return text.slice(1) + text.slice(0, 1);
}

/** Khmer sequences that no syllable has. */
export function checkKhmerSpelling({ to, targetLanguage }: CheckedPair): Remark[] {
  if (targetLanguage !== 'km') return [];
  return faults.flatMap(({ key, pattern, fix, unseen }) =>
    spansOf(to.text, pattern).map(({ start, end, text }): Remark => {
      const right = fix && to.asWritten(start, end) ? { start, end, text: fix(text) } : undefined;
      return {
        check: 'khmer_spelling',
        side: 'target',
        start,
        end,
        key,
        params: { text: to.text.slice(Math.max(0, start - 1), end) },
        ...(unseen ? { doubtful: true } : {}),
        ...(right ? { fix: right } : {}),
      };
    }),
  );
}
