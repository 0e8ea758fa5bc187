/** A sentence that somebody confirmed, and what it was worth in words. */
export interface ConfirmedSentence {
  readonly at: Date;
  readonly weightedWords: number;
}

/** Whoever confirms nothing for so long was not translating. */
const BREAK_MINUTES = 10;
/** Less than this says nothing about a pace. */
const LEAST_WORDS = 150;
const LEAST_MINUTES = 10;

/** Weighted words an hour of work without its breaks; null where there is too little to tell. */
export function paceOf(confirmed: readonly ConfirmedSentence[]): number | null {
  const inOrder = [...confirmed].sort((one, other) => one.at.getTime() - other.at.getTime());
  let [minutes, words] = [0, 0];
  inOrder.forEach(({ at, weightedWords }, index) => {
    const before = inOrder[index - 1];
    const gap = before ? (at.getTime() - before.at.getTime()) / 60_000 : Infinity;
    if (gap > BREAK_MINUTES) return;
    minutes += gap;
    words += weightedWords;
  });
  return words < LEAST_WORDS || minutes < LEAST_MINUTES ? null : Math.round((60 * words) / minutes);
}
