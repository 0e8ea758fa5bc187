import { z } from 'zod';
import { dropDraft, keepDraft, type Draft } from './drafts';
import type { Saved } from './autosave';

/** A text that never arrived, with what it was written over. */
export interface Kept<T> {
  readonly text: T;
  readonly base: Saved<T>;
  readonly at: string;
}

/** What a draft holds; null when it holds something else. */
export function keptIn<T>(draft: Draft, schema: z.ZodType<T>): Kept<T> | null {
  const read = z.object({ text: schema, base: schema }).safeParse(draft.content);
  if (!read.success) return null;
  const { text, base } = read.data;
  return { text, base: { text: base, version: draft.baseVersion }, at: draft.at };
}

/**
 * Keeps what is typed in this browser: each key at once, one writing under way at a time, of
 * several that wait only the last. Null: the newsroom has it all.
 */
export function keeper<T>(accountId: string, of: string) {
  let busy = false;
  let next: (() => Promise<void>) | null = null;
  const work = async (): Promise<void> => {
    busy = true;
    while (next) {
      const now: () => Promise<void> = next;
      next = null;
      // A browser that keeps nothing (a full disk, a private window) must not stop the saving.
      await now().catch(() => undefined);
    }
    busy = false;
  };
  return (text: T | null, base: Saved<T>): void => {
    next =
      text === null
        ? () => dropDraft(accountId, of)
        : () =>
            keepDraft({
              of,
              accountId,
              baseVersion: base.version,
              content: { text, base: base.text },
              at: new Date().toISOString(),
            });
    if (!busy) void work();
  };
}
