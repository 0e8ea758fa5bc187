import { alignRevisions } from './align-revisions.js';
import type { Segment } from './segment.js';
import type { Covered, SegmentLayout } from './segment-layout.js';

/** The layout in which two neighbours are one segment. */
export function withJoin(
  layout: SegmentLayout,
  before: readonly Covered[],
  after: readonly Covered[],
): SegmentLayout {
  const [last, next] = [before.at(-1), after[0]];
  if (!last || !next) return layout;
  if (last.position !== next.position)
    return { ...layout, joins: [...layout.joins, last.position] };
  const isBetween = ({ position, offset }: SegmentLayout['cuts'][number]): boolean =>
    position === last.position && offset >= last.to && offset <= next.from;
  return { ...layout, cuts: layout.cuts.filter((cut) => !isBetween(cut)) };
}

/**
 * The layout in which a segment is cut at an offset of its plain text; null where nothing can be
 * cut. A joined segment that is cut where it was joined comes apart there.
 * @param gaps how many signs of white space stand behind each sentence that the segment covers
 */
export function withCut(
  layout: SegmentLayout,
  covers: readonly Covered[],
  gaps: readonly number[],
  offset: number,
): SegmentLayout | null {
  let at = 0;
  for (const [index, { position, from, to }] of covers.entries()) {
    const end = at + (to - from);
    if (offset > at && offset < end) {
      return { ...layout, cuts: [...layout.cuts, { position, offset: from + offset - at }] };
    }
    at = end + (gaps[index] ?? 0);
    if (offset >= end && offset <= at && index < covers.length - 1) {
      return { ...layout, joins: layout.joins.filter((join) => join !== position) };
    }
  }
  return null;
}

/** The layout for a newer revision: sentences that are the same are joined and cut as before. */
export function carriedLayout(
  layout: SegmentLayout,
  old: readonly Segment[],
  fresh: readonly Segment[],
): SegmentLayout {
  if (layout.joins.length + layout.cuts.length === 0) return layout;
  const now = new Map<number, number>();
  alignRevisions(old, fresh).forEach((alignment, position) => {
    if (alignment.kind === 'same') now.set(alignment.old, position);
  });
  const joins = layout.joins.flatMap((position) => {
    const at = now.get(position);
    return at !== undefined && now.get(position + 1) === at + 1 ? [at] : [];
  });
  const cuts = layout.cuts.flatMap(({ position, offset }) => {
    const at = now.get(position);
    return at === undefined ? [] : [{ position: at, offset }];
  });
  return { joins, cuts };
}
