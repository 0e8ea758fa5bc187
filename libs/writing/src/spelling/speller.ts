import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Language } from '@desk/languages';

const answerSchema = z.object({
  id: z.int(),
  known: z.boolean(),
  unknown: z.array(z.object({ word: z.string(), corrections: z.array(z.string()) })),
});

/** What the dictionaries say of words. */
export interface Spelled {
  /** False: there is no dictionary of this language. */
  readonly known: boolean;
  readonly unknown: ReadonlyMap<string, readonly string[]>;
}

const nothing: Spelled = { known: false, unknown: new Map() };
/** Whoever writes is told the rest, and the spelling with the next change. */
const PATIENCE_MS = 8_000;
/** Without questions for so long the thread ends and its memory is given back. */
const IDLE_MS = 10 * 60_000;

/** Asks the dictionaries, which live in a thread that starts with the first question. */
export class Speller {
  #thread: Worker | null = null;
  #asked = 0;
  #idle: NodeJS.Timeout | null = null;
  readonly #waiting = new Map<number, (answer: Spelled) => void>();

  async unknown(language: Language, words: readonly string[]): Promise<Spelled> {
    if (language === 'km') return nothing;
    const id = (this.#asked += 1);
    const thread = (this.#thread ??= this.#start());
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref();
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#answer(id, nothing);
      }, PATIENCE_MS).unref();
      this.#waiting.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      thread.postMessage({ id, language, words });
    });
  }

  async close(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    const thread = this.#thread;
    this.#thread = null;
    for (const id of [...this.#waiting.keys()]) this.#answer(id, nothing);
    await thread?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(new URL('./dictionaries.js', import.meta.url));
    thread.unref();
    thread.on('message', (message: unknown) => {
      const { id, known, unknown } = answerSchema.parse(message);
      const found = new Map(unknown.map(({ word, corrections }) => [word, corrections]));
      this.#answer(id, { known, unknown: found });
    });
    // A thread that fell over is started anew with the next question.
    thread.on('error', () => void this.close());
    return thread;
  }

  #answer(id: number, answer: Spelled): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}
