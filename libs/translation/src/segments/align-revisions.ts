import { type AlignedSegment, matchEqual } from './match-equal.js';
import { type TextShape, shapeOf, similarity } from './similarity.js';

/**
 * What became of a segment: the same text (perhaps at another place), a changed one, or a new
 * one. `old` is an index into the old segments; `similarity` goes from 0 to 1.
 */
export type Alignment =
  | { readonly kind: 'same'; readonly old: number; readonly moved: boolean }
  | { readonly kind: 'changed'; readonly old: number; readonly similarity: number }
  | { readonly kind: 'added'; readonly old: null };

/** A changed sentence is looked for among so many unmatched neighbours on each side. */
const WINDOW = 12;
/** Below these an old sentence says nothing about a new one. */
const ALIKE = 0.5;
const ALIKE_AT_SAME_PLACE = 0.3;
/** Up to so many comparisons, changed sentences are also looked for all over the text. */
const MAX_FAR_COMPARISONS = 4_000;

/** There is one of each in a text: a new one replaces the old one, however it reads. */
const single: ReadonlySet<string> = new Set(['title', 'seo_title']);

/**
 * For each new segment what it was in the old revision; each old one is used once. Old segments
 * that no alignment names are removed. Time grows with the number of segments, not its square.
 */
export function alignRevisions(
  old: readonly AlignedSegment[],
  fresh: readonly AlignedSegment[],
): Alignment[] {
  const equal = matchEqual(old, fresh);
  const result = new Map<number, Alignment>();
  for (const { fresh: index, old: before, moved } of equal) {
    result.set(index, { kind: 'same', old: before, moved });
  }
  const used = new Set(equal.map((pair) => pair.old));
  const oldShapes = lazily(old, (segment) => shapeOf(segment.source));
  const freshShapes = lazily(fresh, (segment) => shapeOf(segment.source));

  const pairUp = (olds: readonly number[], news: readonly number[], window: number, floor = 0) => {
    const pairs: { at: number; from: number; alike: number }[] = [];
    news.forEach((at, n) => {
      const middle = Math.round((n * olds.length) / news.length);
      const near = olds.slice(Math.max(0, middle - window), middle + window + 1);
      for (const from of near) {
        const alike = similarity(oldShapes(from), freshShapes(at));
        const least = Math.max(floor, leastSimilarity(old[from], fresh[at]));
        if (alike >= least) pairs.push({ at, from, alike });
      }
    });
    for (const { at, from, alike } of pairs.sort((one, other) => other.alike - one.alike)) {
      if (result.has(at) || used.has(from)) continue;
      used.add(from);
      result.set(at, { kind: 'changed', old: from, similarity: alike });
    }
  };

  for (const gap of gaps(old.length, fresh.length, equal)) {
    const olds = gap.olds.filter((index) => !used.has(index));
    pairUp(
      olds,
      gap.fresh.filter((index) => !result.has(index)),
      WINDOW,
    );
  }
  const olds = [...old.keys()].filter((index) => !used.has(index));
  const news = [...fresh.keys()].filter((index) => !result.has(index));
  if (olds.length * news.length <= MAX_FAR_COMPARISONS) pairUp(olds, news, olds.length, ALIKE);
  return fresh.map((_, index) => result.get(index) ?? { kind: 'added', old: null });
}

/** The old segments that have no successor, as indexes. */
export function removedSegments(
  old: readonly AlignedSegment[],
  alignments: readonly Alignment[],
): number[] {
  const kept = new Set(alignments.map((alignment) => alignment.old));
  return [...old.keys()].filter((index) => !kept.has(index));
}

function leastSimilarity(old: AlignedSegment | undefined, fresh: AlignedSegment | undefined) {
  if (old === undefined || fresh === undefined) return 2;
  if (single.has(old.kind) || single.has(fresh.kind)) return old.kind === fresh.kind ? 0 : 2;
  return old.place === fresh.place ? ALIKE_AT_SAME_PLACE : ALIKE;
}

/** What lies between segments that are the same and in the same order. */
function gaps(
  oldLength: number,
  freshLength: number,
  equal: readonly { old: number; fresh: number; moved: boolean }[],
): { olds: number[]; fresh: number[] }[] {
  const anchors = equal.filter((pair) => !pair.moved);
  let [oldFrom, freshFrom] = [0, 0];
  return [...anchors, { old: oldLength, fresh: freshLength }].map((anchor) => {
    const gap = { olds: range(oldFrom, anchor.old), fresh: range(freshFrom, anchor.fresh) };
    [oldFrom, freshFrom] = [anchor.old + 1, anchor.fresh + 1];
    return gap;
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function lazily(
  segments: readonly AlignedSegment[],
  make: (segment: AlignedSegment) => TextShape,
): (index: number) => TextShape {
  const made = new Map<number, TextShape>();
  return (index) => {
    const segment = segments[index];
    const shape = made.get(index) ?? (segment ? make(segment) : new Uint32Array(0));
    made.set(index, shape);
    return shape;
  };
}
