import { z } from 'zod';
import { draftOf, dropDraft, keepDraft } from '../drafts/drafts';
import type { Saved } from './autosave';
import { editionTextSchema, sameText, type EditionText } from './edition-text';

/** A text that never arrived, with what it was written over. */
export interface Kept {
  readonly text: EditionText;
  readonly base: Saved;
  readonly at: string;
}

const contentSchema = z.object({ text: editionTextSchema, base: editionTextSchema });
const placeOf = (editionId: string): string => `edition:${editionId}`;

/** What this person typed in this browser and the newsroom has not got, if it says anything new. */
export async function keptText(
  accountId: string,
  editionId: string,
  now: EditionText,
): Promise<Kept | null> {
  const draft = await draftOf(accountId, placeOf(editionId));
  if (!draft) return null;
  const read = contentSchema.safeParse(draft.content);
  if (!read.success || sameText(read.data.text, now)) {
    await dropDraft(accountId, placeOf(editionId));
    return null;
  }
  const { text, base } = read.data;
  return { text, base: { text: base, version: draft.baseVersion }, at: draft.at };
}

/**
 * Keeps what is typed in this browser: each key at once, one writing under way at a time, of
 * several that wait only the last. Null: the newsroom has it all.
 */
export function keeper(accountId: string, editionId: string) {
  const of = placeOf(editionId);
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
  return (text: EditionText | null, base: Saved): void => {
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

export const dropKeptText = (accountId: string, editionId: string): Promise<void> =>
  dropDraft(accountId, placeOf(editionId));
