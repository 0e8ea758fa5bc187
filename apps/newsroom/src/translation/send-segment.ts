import type { QueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client';
import { ApiProblem, hasCode } from '../api/problem';
import type { Outcome } from '../drafts/autosave';
import { sameTarget, textOf, type SegmentText } from './segment-text';
import { readSheet, sheetKey, withSaved, type Sheet } from './sheet';

/** Sends a segment over the version that was seen, and says what became of it. */
export async function sendSegment(
  queries: QueryClient,
  editionId: string,
  segmentId: string,
  text: SegmentText,
  version: number,
): Promise<Outcome<SegmentText>> {
  try {
    const params = { path: { id: segmentId }, header: ifMatch(version) };
    const saved = await answer(api.PUT('/api/v1/segments/{id}', { params, body: text }));
    queries.setQueryData<Sheet>(sheetKey(editionId), (sheet) => sheet && withSaved(sheet, saved));
    // Whether it may be submitted depends on its segments.
    void queries.invalidateQueries({ queryKey: ['edition', editionId, 'transitions'] });
    return { kind: 'saved', version: saved.version };
  } catch (error) {
    if (hasCode(error, 'segment.changed_meanwhile')) {
      return disputed(queries, editionId, segmentId, text).catch(() => ({ kind: 'away', error }));
    }
    const final = error instanceof ApiProblem && error.status < 500 && error.status !== 429;
    return { kind: final ? 'refused' : 'away', error };
  }
}

/** Somebody was faster. Where both say the same, there is nothing to choose. */
async function disputed(
  queries: QueryClient,
  editionId: string,
  segmentId: string,
  text: SegmentText,
): Promise<Outcome<SegmentText>> {
  const sheet = await readSheet(editionId);
  queries.setQueryData<Sheet>(sheetKey(editionId), sheet);
  const now = sheet.items.find(({ id }) => id === segmentId);
  if (!now) throw new Error('the segment is gone');
  const theirs = { text: textOf(now), version: now.version };
  if (!sameTarget(text, theirs.text)) return { kind: 'conflict', theirs };
  return sendSegment(queries, editionId, segmentId, text, now.version);
}
