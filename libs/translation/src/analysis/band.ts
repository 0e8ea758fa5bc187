import type { AnalysisBand, SegmentOrigin, SegmentStatus } from '@desk/contracts';
import { score } from '../match/index.js';
import { plainText } from '../segments/index.js';

/** What of a word's work is left where so much was there already. */
export const effort: Readonly<Record<AnalysisBand, number>> = {
  kept: 0,
  in_context: 0.1,
  exact: 0.15,
  repetition: 0.1,
  from_95: 0.3,
  from_85: 0.5,
  from_75: 0.7,
  new: 1,
};

/** A segment as its translation begins. */
export interface BegunSegment {
  readonly source: string;
  readonly sourceHash: string;
  readonly status: SegmentStatus;
  readonly origin: SegmentOrigin;
  readonly matchScore: number | null;
  readonly previousSource: string | null;
}

/** The bands of an edition's segments, in their order. */
export function bandsOf(segments: readonly BegunSegment[]): AnalysisBand[] {
  const seen = new Set<string>();
  return segments.map((segment) => {
    const repeated = seen.has(segment.sourceHash);
    seen.add(segment.sourceHash);
    return bandOf(segment, repeated);
  });
}

function bandOf(segment: BegunSegment, repeated: boolean): AnalysisBand {
  const { status, origin, matchScore } = segment;
  if (origin === 'carried' && status === 'confirmed') return 'kept';
  const alike = origin === 'carried' ? likenessToOld(segment) : (matchScore ?? 0);
  if (alike >= 101) return 'in_context';
  if (alike >= 100) return 'exact';
  if (repeated) return 'repetition';
  return alike >= 95 ? 'from_95' : alike >= 85 ? 'from_85' : alike >= 75 ? 'from_75' : 'new';
}

/** The old translation of a changed sentence helps as far as the old sentence is like the new one. */
const likenessToOld = ({ source, previousSource }: BegunSegment): number =>
  previousSource === null ? 100 : score(plainText(source), plainText(previousSource));
