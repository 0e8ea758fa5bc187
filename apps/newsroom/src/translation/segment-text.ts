import { z } from 'zod';
import type { Segment } from './sheet';

/** What a translator has written for a segment, and whether it is done. */
export const segmentTextSchema = z.object({
  target: z.string(),
  status: z.enum(['draft', 'confirmed']),
});
export type SegmentText = z.infer<typeof segmentTextSchema>;

export const textOf = ({ target, status }: Segment): SegmentText => ({
  target,
  status: status === 'confirmed' ? 'confirmed' : 'draft',
});

const settled = (target: string): string => target.normalize('NFC').trim();

export const sameTarget = (one: SegmentText, other: SegmentText): boolean =>
  settled(one.target) === settled(other.target);

/** Whether two say the same, to the newsroom. */
export const sameText = (one: SegmentText, other: SegmentText): boolean =>
  one.status === other.status && sameTarget(one, other);

/** A segment as it will be once what was typed has arrived. */
export const withText = (segment: Segment, { target, status }: SegmentText): Segment => ({
  ...segment,
  target,
  status: target.trim() === '' ? 'untranslated' : status,
});
