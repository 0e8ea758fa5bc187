import { isSyllable } from '../syllable.js';
import { singleByteAlphabets } from './single-byte-alphabets.js';
import { fromVni, toVni } from './vni.js';

/** How Vietnamese was written before Unicode, still found in files and on old portals. */
export const oldAlphabets = ['tcvn3', 'vni', 'vps', 'viscii'] as const;
export type OldAlphabet = (typeof oldAlphabets)[number];

/** The letters of Windows-1252 from 128 on: as what such bytes come out of a clipboard. */
const windows = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 128 }, (_, at) => at + 128),
);

interface Tables {
  readonly from: ReadonlyMap<string, string>;
  readonly to: ReadonlyMap<string, string>;
}
const tablesOf = (letters: string): Tables => {
  const pairs = [...letters].flatMap((letter, at): [string, string][] =>
    letter === ' ' ? [] : [[windows[at] ?? '', letter]],
  );
  return { from: new Map(pairs), to: new Map(pairs.map(([from, to]) => [to, from])) };
};
const tables: Readonly<Record<Exclude<OldAlphabet, 'vni'>, Tables>> = {
  tcvn3: tablesOf(singleByteAlphabets.tcvn3),
  vps: tablesOf(singleByteAlphabets.vps),
  viscii: tablesOf(singleByteAlphabets.viscii),
};

const through = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => table.get(letter) ?? letter).join('');

export const fromOldAlphabet = (text: string, alphabet: OldAlphabet): string =>
  alphabet === 'vni' ? fromVni(text) : through(text, tables[alphabet].from);

/** The other way, as old programs wrote it: for the tests of the tables. */
export const toOldAlphabet = (text: string, alphabet: OldAlphabet): string =>
  alphabet === 'vni' ? toVni(text) : through(text.normalize('NFC'), tables[alphabet].to);

/** How much of the text reads as Vietnamese: of the words that are not plain ASCII. */
function reads(text: string): { marked: number; good: number } {
  const words = text
    .split(/\s+/u)
    .map((word) => word.replace(/^[(["“‘]+|[)\]"”’.,;:!?…]+$/gu, ''))
    .filter((word) => /^\P{Nd}+$/u.test(word) && /[^ -~]/u.test(word) && !/^\P{L}+$/u.test(word));
  return { marked: words.length, good: words.filter(isSyllable).length };
}

/** At least so many words more must come out right: one alone may be chance. */
const FEWEST_WORDS = 2;
/** VPS and VISCII share some letters with Unicode: part of such a line reads as it is. */
const MOST_RIGHT_SHARE = 0.7;
const MOST_WRONG_SHARE = 0.15;

/**
 * The old alphabet in which a line is written, and the line in Unicode. Null where it reads as
 * well as it is, or makes no Vietnamese in any of them (French, Khmer, names).
 */
export function oldAlphabetOf(line: string): { alphabet: OldAlphabet; text: string } | null {
  const now = reads(line);
  if (now.marked < FEWEST_WORDS || now.good > now.marked * MOST_RIGHT_SHARE) return null;
  const best = oldAlphabets
    .map((alphabet) => {
      const text = fromOldAlphabet(line, alphabet).normalize('NFC');
      return { alphabet, text, ...reads(text) };
    })
    .filter(({ marked, good }) => good >= FEWEST_WORDS && good >= marked * (1 - MOST_WRONG_SHARE))
    .sort(
      (one, other) => other.good / other.marked - one.good / one.marked || other.good - one.good,
    )[0];
  return best && best.good >= now.good + FEWEST_WORDS
    ? { alphabet: best.alphabet, text: best.text }
    : null;
}
