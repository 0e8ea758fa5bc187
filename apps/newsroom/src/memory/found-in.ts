import { comparable } from '@desk/languages';

/** A stretch of a text, in UTF-16 units. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Letters with the marks that stand on or under them; and what parts them. */
const word = /[\p{L}\p{M}\p{N}\u200B-\u200D\u2060]+/gu;

interface Word extends Found {
  readonly folded: string;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(word)].map(({ 0: letters, index }) => ({
    folded: comparable(letters),
    start: index,
    end: index + letters.length,
  }));

/**
 * Where a phrase stands in a text. As in the search itself case, places of tone marks,
 * punctuation and spaces do not matter. Where it stands nowhere in whole words, its last word may
 * be the beginning of a longer one.
 */
export function foundIn(text: string, phrase: string): Found[] {
  const sought = wordsOf(phrase).map(({ folded }) => folded);
  if (sought.length === 0) return [];
  if (/[\u1780-\u17ff]/.test(phrase)) return withoutSpaces(text, sought.join(''));
  const words = wordsOf(text);
  const whole = inARow(words, sought, (there, last) => there === last);
  return whole.length > 0 ? whole : inARow(words, sought, (there, last) => there.startsWith(last));
}

/** Where words stand one after another; `ends` says whether the last of them is there. */
function inARow(
  words: readonly Word[],
  sought: readonly string[],
  ends: (there: string, last: string) => boolean,
): Found[] {
  const found: Found[] = [];
  const last = sought.length - 1;
  for (let at = 0; at + last < words.length; at += 1) {
    const there = words.slice(at, at + last + 1);
    const same = there.every(({ folded }, place) => {
      const wanted = sought[place] ?? '';
      return place === last ? ends(folded, wanted) : folded === wanted;
    });
    const [first] = there;
    const end = there[last]?.end;
    if (!same || !first || end === undefined) continue;
    found.push({ start: first.start, end });
    at += last;
  }
  return found;
}

/** Khmer writes no spaces between words: its letters are compared one after another. */
function withoutSpaces(text: string, sought: string): Found[] {
  const letters = [...text.matchAll(/[\p{L}\p{M}\p{N}]/gu)].map(({ 0: letter, index }) => ({
    letter: letter.toLowerCase(),
    index,
  }));
  const line = letters.map(({ letter }) => letter).join('');
  const found: Found[] = [];
  for (let at = line.indexOf(sought); at !== -1; at = line.indexOf(sought, at + sought.length)) {
    const first = letters[at];
    const last = letters[at + sought.length - 1];
    if (first && last) found.push({ start: first.index, end: last.index + last.letter.length });
  }
  return found;
}
