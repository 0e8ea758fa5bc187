import type { EngineLimits } from './engine.js';

/** Parts of a list, in its order, each within the limits; what is too large alone is left out. */
export function batches<T>(
  all: readonly T[],
  limits: EngineLimits,
  charactersOf: (one: T) => number,
): { batches: T[][]; tooLong: T[] } {
  const found: T[][] = [];
  const tooLong: T[] = [];
  let room = 0;
  for (const one of all) {
    const size = charactersOf(one);
    if (size > limits.characters) {
      tooLong.push(one);
      continue;
    }
    const last = found.at(-1);
    if (last && size <= room && last.length < limits.texts) {
      last.push(one);
      room -= size;
    } else {
      found.push([one]);
      room = limits.characters - size;
    }
  }
  return { batches: found, tooLong };
}
