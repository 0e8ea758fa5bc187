import type { ExchangeFile, ReadUnit } from './exchange-file.js';
import type { ExchangeProblem } from './problem.js';

/** What was read. Without problems the file is valid; with some, the other units can be taken. */
export interface ReadResult {
  readonly file: Omit<ExchangeFile, 'units'> & { readonly units: readonly ReadUnit[] };
  readonly problems: readonly ExchangeProblem[];
}

/** Reads at one go. */
export function readAll<T>(reading: Generator<void, T>): T {
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}

/** Reads a piece at a time; `pause` lets others work in between, and hears how many were read. */
export async function readGently<T>(
  reading: Generator<void, T>,
  pause: (pieces: number) => Promise<void>,
): Promise<T> {
  for (let pieces = 1; ; pieces += 1) {
    const step = reading.next();
    if (step.done === true) return step.value;
    await pause(pieces);
  }
}
