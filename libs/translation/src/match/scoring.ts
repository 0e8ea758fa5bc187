/**
 * How alike two texts are, from 0 to 100: six tenths by whole words, four by signs, each the
 * edit distance as a share of the longer text. What only looks different is counted apart and costs
 * little: case, punctuation, tone places and the like one point, numbers and codes a few.
 * Shares are in hundredths, so that equal scores are equal numbers.
 */
const WORDS_SHARE = 60;
const SIGNS_SHARE = 40;
const LOOKS = 1;
const MOST_FOR_NUMBERS = 5;
const MOST_FOR_CODES = 3;

/** What is counted apart from the distances. */
export interface Apart {
  readonly exact: boolean;
  /** Numbers that stand in one of the texts and have no equal in the other. */
  readonly numbers: number;
  readonly codes: number;
}

/** The score before what is counted apart; an upper bound when the distances are lower bounds. */
export function likeness(longer: number, wordDistance: number, signDistance: number): number {
  if (longer === 0) return 100;
  return 100 - (WORDS_SHARE * wordDistance + SIGNS_SHARE * signDistance) / longer;
}

/** How far words may differ for a likeness of `least` when signs differ by so many. */
export const affordableWords = (least: number, longer: number, signDistance: number): number =>
  ((100 - least) * longer - SIGNS_SHARE * signDistance) / WORDS_SHARE;

export function scoreOf(likeness: number, { exact, numbers, codes }: Apart): number {
  const forNumbers = numbers === 0 ? 0 : Math.min(MOST_FOR_NUMBERS, 1 + numbers);
  const apart = forNumbers + Math.min(MOST_FOR_CODES, codes);
  const looks = apart === 0 && !exact && likeness === 100 ? LOOKS : 0;
  return Math.max(0, likeness - apart - looks);
}

/**
 * The least weight of words that must stand in both texts for a likeness of `least`, when the
 * shorter text weighs `shorter`; more than `shorter` when no such text can reach it.
 * From likeness: words differ by at least `longer - shared`, signs by `longer - shorter`.
 */
export function leastShared(least: number, shorter: number, longer: number): number {
  return Math.ceil(longer - affordableWords(least, longer, longer - shorter) - 1e-9);
}
