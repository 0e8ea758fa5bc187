import { khmerOf, pieces, wordOf } from './words.js';

/**
 * How words stand in the full-text index: as runs of ASCII letters and digits, each with three
 * letters before it that say what it is. So MariaDB takes each for one word of at least four
 * letters, whatever shortest word, stop words and alphabets it is set to, and no word of a
 * reader can be an operator of its query.
 */
const EXACT = 'ex0';
const BARE = 'ba0';
const GRAM = 'km0';
const KHMER_WORD = 'kw0';

/** InnoDB passes over words of more than 84 letters. */
const MAX_LENGTH = 80;
/** Letters of a gram. */
export const GRAM_LETTERS = 3;
/** Segmenting takes more than linear time on long runs without a break, so it works by pieces. */
const MAX_RUN = 300;

/** Letters of ASCII as they are, any other by its number. */
const inAscii = (word: string): string =>
  [...word]
    .map((letter) =>
      /[a-z0-9]/.test(letter)
        ? letter
        : `z${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    )
    .join('');

const kept = (kind: string, text: string): string => (kind + text).slice(0, MAX_LENGTH);
const khmerInAscii = (text: string): string =>
  [...text].map((letter) => ((letter.codePointAt(0) ?? 0) & 0xff).toString(16)).join('');

export const exactWord = (exact: string): string => kept(EXACT, inAscii(exact));
export const bareWord = (bare: string): string => kept(BARE, inAscii(bare));
export const khmerWord = (word: string): string => kept(KHMER_WORD, khmerInAscii(word));
export const khmerGram = (letters: string): string => kept(GRAM, khmerInAscii(letters));

/**
 * The grams that begin at each letter of a run; those at its end are shorter, so that one or
 * two letters are found too, as the beginning of a gram.
 */
export const khmerGrams = (run: string): string[] =>
  Array.from(run, (_, at) => khmerGram(run.slice(at, at + GRAM_LETTERS)));

const khmerSegmenter = new Intl.Segmenter('km', { granularity: 'word' });

/** The words of a run by ICU's dictionary. */
export function khmerWords(run: string): string[] {
  const words: string[] = [];
  for (let start = 0; start < run.length; start += MAX_RUN) {
    for (const { segment } of khmerSegmenter.segment(run.slice(start, start + MAX_RUN))) {
      words.push(segment);
    }
  }
  return words;
}

/** The words of a text as they are kept in the index, in the order of the text. */
export function indexWords(text: string): string {
  const words: string[] = [];
  for (const piece of pieces(text.normalize('NFC'))) {
    if (piece.khmer) {
      const run = khmerOf(piece.text);
      words.push(...khmerGrams(run), ...khmerWords(run).map(khmerWord));
      continue;
    }
    const { exact, bare } = wordOf(piece.text);
    words.push(exactWord(exact));
    if (bare !== exact) words.push(bareWord(bare));
  }
  return words.join(' ');
}
