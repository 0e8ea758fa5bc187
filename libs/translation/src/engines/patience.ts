import { setTimeout as pause } from 'node:timers/promises';
import { EngineTrouble, maybePasses } from './engine-trouble.js';

export interface Patience {
  readonly tries: number;
  /** The first pause; it doubles each time, with up to a third more or less. */
  readonly firstPauseMs: number;
  /** Whoever asks for a longer pause than this is not waited for. */
  readonly longestPauseMs: number;
}

export const usualPatience: Patience = { tries: 3, firstPauseMs: 500, longestPauseMs: 20_000 };

/**
 * Tries again what may pass by itself, after the pause that the engine asked for, or one of ours.
 * @throws EngineTrouble of the last try
 */
export async function withPatience<T>(
  { tries, firstPauseMs, longestPauseMs }: Patience,
  signal: AbortSignal,
  work: (attempt: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!(error instanceof EngineTrouble) || !maybePasses(error)) throw error;
      const ours = firstPauseMs * 2 ** (attempt - 1) * (2 / 3 + (Math.random() * 2) / 3);
      const pauseMs = Math.max(error.waitMs ?? 0, ours);
      if (attempt >= tries || pauseMs > longestPauseMs || signal.aborted) throw error;
      await pause(pauseMs, undefined, { signal });
    }
  }
}
