import type { Language } from '@desk/languages';

const { log, log1p } = Math;

/** How many letters of the second language say what one letter of the first says, in news. */
const LETTERS: Readonly<Record<Language, number>> = { en: 1, vi: 1.02, km: 1.32 };
/** The spread of the ratio's logarithm: what long texts keep, and what short ones have besides. */
const SPREAD = { always: 0.012, ofShort: 1.4 };
/** Of the tails of the distribution: some translations are much longer or shorter. */
const FREEDOM = 4;

/** Letters, marks and signs: neither white space nor zero-width spaces. */
export function visibleLength(text: string): number {
  return text.replace(/[\s\u200B]+/gu, '').length;
}

/** Length in letters of English, so that lengths of two languages can be compared. */
export const comparableLength = (text: string, language: Language): number =>
  visibleLength(text) / LETTERS[language];

/**
 * How unlikely it is that texts of these lengths (in letters of English) say the same, as a cost:
 * 0 for equal lengths. Its tails are heavy: one odd length proves nothing.
 */
export function lengthCost(source: number, target: number): number {
  const mean = (source + target) / 2 + 1;
  const apart = log((target + 4) / (source + 4));
  const variance = SPREAD.always + SPREAD.ofShort / (mean + 4);
  return ((FREEDOM + 1) / 2) * log1p((apart * apart) / (variance * FREEDOM));
}
