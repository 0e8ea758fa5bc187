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

/** Reads a piece at a time; `pause` lets others work in between. */
export async function readGently<T>(
  reading: Generator<void, T>,
  pause: () => Promise<void>,
): Promise<T> {
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
    await pause();
  }
}
