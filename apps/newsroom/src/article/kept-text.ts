import type { Saved } from '../drafts/autosave';
import { draftOf, dropDraft } from '../drafts/drafts';
import { keeper, keptIn, type Kept } from '../drafts/kept';
import { editionTextSchema, sameText, type EditionText } from './edition-text';

export type KeptText = Kept<EditionText>;

const placeOf = (editionId: string): string => `edition:${editionId}`;

/** What this person typed in this browser and the newsroom has not got, if it says anything new. */
export async function keptText(
  accountId: string,
  editionId: string,
  now: EditionText,
): Promise<KeptText | null> {
  const draft = await draftOf(accountId, placeOf(editionId));
  if (!draft) return null;
  const kept = keptIn(draft, editionTextSchema);
  if (kept && !sameText(kept.text, now)) return kept;
  await dropKeptText(accountId, editionId);
  return null;
}

/** Keeps what is typed in this browser, until the newsroom has it. */
export const textKeeper = (
  accountId: string,
  editionId: string,
): ((text: EditionText | null, base: Saved<EditionText>) => void) =>
  keeper(accountId, placeOf(editionId));

export const dropKeptText = (accountId: string, editionId: string): Promise<void> =>
  dropDraft(accountId, placeOf(editionId));
