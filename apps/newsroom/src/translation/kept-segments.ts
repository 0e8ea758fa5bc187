import { draftsOf, dropDraft } from '../drafts/drafts';
import { keptIn, type Kept } from '../drafts/kept';
import { sameText, segmentTextSchema, textOf, type SegmentText } from './segment-text';
import type { Segment } from './sheet';

const all = 'segment:';
export const placeOf = (segmentId: string): string => `${all}${segmentId}`;

export interface KeptSegment extends Kept<SegmentText> {
  readonly segment: Segment;
}

/** What this person typed into these segments in this browser and the newsroom has not got. */
export async function keptSegments(
  accountId: string,
  segments: readonly Segment[],
): Promise<KeptSegment[]> {
  const found: KeptSegment[] = [];
  for (const draft of await draftsOf(accountId, all)) {
    const segment = segments.find(({ id }) => placeOf(id) === draft.of);
    if (!segment) continue;
    const kept = keptIn(draft, segmentTextSchema);
    if (kept && !sameText(kept.text, textOf(segment))) found.push({ ...kept, segment });
    else await dropDraft(accountId, draft.of);
  }
  return found;
}
