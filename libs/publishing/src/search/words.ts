import { bare, comparable } from '@desk/languages';

/** Part of the door to the published pages: may import what the portal may. */

/** A run of letters of a text, and where it stands. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  /** Khmer is written without spaces: a run of it is many words. */
  readonly khmer: boolean;
}

const UNSEEN = '[\\u200B-\\u200D\\u2060\\uFEFF]*';
/** Letters and what stands above and below them; not the signs of punctuation, not digits. */
const KHMER = '(?:(?![\\u17D4-\\u17DB\\u17E0-\\u19FF])\\p{Script=Khmer})';
const runs = new RegExp(
  `(?<khmer>${KHMER}(?:${UNSEEN}${KHMER})*)|(?:(?!${KHMER})[\\p{L}\\p{M}\\p{N}])+`,
  'gu',
);

/** The runs of letters and digits of a text, in order. */
export function pieces(text: string): Piece[] {
  return [...text.matchAll(runs)].map((found) => ({
    text: found[0],
    start: found.index,
    khmer: found.groups?.khmer !== undefined,
  }));
}

/** A word as it is sought: with its marks, and without. */
export interface Word {
  /** Lower case, tone marks in one place: `hoà` and `Hòa` are `hòa`; digits as `0` to `9`. */
  readonly exact: string;
  readonly bare: string;
}

export function wordOf(text: string): Word {
  const exact = comparable(inLatinDigits(text));
  return { exact, bare: bare(exact) };
}

/** Digits of Khmer are digits. */
const inLatinDigits = (text: string): string =>
  text.replace(/[\u17E0-\u17E9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));

/**
 * Ways to write the same Khmer letters, as typed and as kept here. They look alike, so nobody
 * can tell which one they have typed.
 */
const khmerSpellings: readonly (readonly [RegExp, string])[] = [
  [/[\u200B-\u200D\u2060\uFEFF]/g, ''],
  [/\u17C1\u17B8/g, '\u17BE'],
  [/\u17C1\u17B6/g, '\u17C4'],
  // A subscript ro stands before its letter, whatever other subscript there is.
  [/(\u17D2\u179A)(\u17D2[\u1780-\u17A2])/g, '$2$1'],
  // A vowel typed before the subscript or the shifter that belongs before it.
  [/([\u17B6-\u17C5])(\u17D2[\u1780-\u17A2])/g, '$2$1'],
  [/([\u17B6-\u17C5])([\u17C9\u17CA])/g, '$2$1'],
  // Subscript da and ta look the same.
  [/\u17D2\u178F/g, '\u17D2\u178A'],
];

/** A run of Khmer in one spelling, without letters that nobody sees. */
export function khmerOf(run: string): string {
  return khmerSpellings.reduce((text, [typed, kept]) => text.replace(typed, kept), run);
}
