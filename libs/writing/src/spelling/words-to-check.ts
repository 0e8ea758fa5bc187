import type { WritingLine } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { isSyllable } from '../syllable.js';
import { withTonePlace } from '../tone-place.js';

/** A word of a line that a dictionary is asked about, and under which form. */
export interface WordToCheck {
  readonly line: WritingLine;
  readonly from: number;
  readonly word: string;
  readonly asked: string;
}

/** Addresses, file names, document numbers: no words. */
const noWords = /(?:https?:\/\/|www\.)\S+|\S+@\S+|\S*\d\S*|\S+\.(?:vn|com|org|net|kh)\b\S*/giu;
const word = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;
const vietnameseLetter = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1EA0-\u1EF9]/iu;

/**
 * The words that can be wrong. Names are none: a word with a capital inside a sentence, or one
 * that stands elsewhere in the text with a capital. In Vietnamese, words without any mark that
 * are built as no syllable are foreign; in English, words with marks are.
 */
export function wordsToCheck(lines: readonly WritingLine[], language: Language): WordToCheck[] {
  if (language === 'km') return [];
  const all = lines.flatMap((line) => wordsOf(line));
  const names = new Set(
    all
      .filter(({ word: one, first }) => /^\p{Lu}/u.test(one) && !first)
      .map((one) => one.word.toLowerCase()),
  );
  return all.flatMap(({ line, from, word: found, first }) => {
    if (isName(found, first) || (/^\p{Lu}/u.test(found) && names.has(found.toLowerCase())))
      return [];
    const small = found.toLowerCase().replaceAll('’', "'");
    if (language === 'vi') {
      return isForeign(small)
        ? []
        : [{ line, from, word: found, asked: withTonePlace(small, 'new') }];
    }
    if (vietnameseLetter.test(small) || (first && /^\p{Lu}/u.test(found))) return [];
    if (isPart(line.words, from, from + found.length)) return [];
    return [{ line, from, word: found, asked: small }];
  });
}

function wordsOf(line: WritingLine) {
  const bare = line.words.replace(noWords, (found) => ' '.repeat(found.length));
  return [...bare.matchAll(word)].map(({ 0: found, index }) => ({
    line,
    from: index,
    word: found,
    first: /(^|[.!?:…“"(\n]\s*|[-–•]\s+)$/u.test(bare.slice(0, index)),
  }));
}

/** A part of a word with a hyphen: pre-season, Kim Jong-un. */
const isPart = (words: string, from: number, to: number): boolean =>
  words.charAt(from - 1) === '-' || words.charAt(to) === '-';

const isName = (found: string, first: boolean): boolean =>
  found.length === 1 || /\p{L}\p{Lu}/u.test(found) || (/^\p{Lu}/u.test(found) && !first);

/** No mark and no build of Vietnamese, or letters that Vietnamese does not have. */
const isForeign = (small: string): boolean =>
  /[fjwz']/u.test(small) ||
  (!vietnameseLetter.test(small) && !isSyllable(small)) ||
  small.length > 7;
