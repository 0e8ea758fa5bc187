import type { Line } from './lines.js';
import { type Sketch, likeness, sketch } from './sketch.js';

/** What is compared: `key` is equal for equal things; the texts tell how alike others are. */
export class Comparable {
  private sketched: Sketch | undefined;

  constructor(
    readonly key: string,
    readonly type: string,
    private readonly text: string,
  ) {}

  get sketch(): Sketch {
    return (this.sketched ??= sketch(this.text));
  }
}

export interface Alignment {
  /** For each old one the new one that it became, in place and in order. */
  readonly pairs: (number | undefined)[];
  /** Old to new for what stands elsewhere now. */
  readonly moved: Map<number, number>;
}

const LIKE_ENOUGH = 0.3;
const LIKE_ENOUGH_ELSEWHERE = 0.6;
/** How many neighbours are looked at for a changed one, and how many strays for a moved one. */
const WINDOW = 24;
const MOST_STRAYS = 200;

/**
 * Equal ones first (the n-th of equals with the n-th), the longest run of them that kept its
 * order being the frame; then in each gap of the frame those that are alike; then strays.
 */
export function align(before: readonly Comparable[], after: readonly Comparable[]): Alignment {
  const equal = equals(before, after);
  const frame = longestRising(equal);
  const pairs: (number | undefined)[] = equal.map((b, a) => (frame.has(a) ? b : undefined));
  const moved = new Map<number, number>();
  for (const [a, b] of equal.entries()) if (b !== undefined && !frame.has(a)) moved.set(a, b);
  const taken = new Set(equal.filter((b) => b !== undefined));
  fillGaps(before, after, pairs, moved, taken);
  matchStrays(before, after, pairs, moved, taken);
  return { pairs, moved };
}

export function alignLines(
  before: readonly Line[],
  after: readonly Line[],
): (number | undefined)[] {
  if (before.length === 1 && after.length === 1) return [0];
  return align(before.map(comparableLine), after.map(comparableLine)).pairs;
}

function comparableLine(line: Line): Comparable {
  return new Comparable(line.text, 'line', line.text);
}

function equals(before: readonly Comparable[], after: readonly Comparable[]) {
  const places = new Map<string, number[]>();
  for (const [b, { key }] of after.entries()) {
    const list = places.get(key);
    if (list === undefined) places.set(key, [b]);
    else list.push(b);
  }
  for (const list of places.values()) list.reverse();
  return before.map(({ key }) => places.get(key)?.pop());
}

/** The old indexes of the longest part of the pairs whose new indexes rise. */
function longestRising(pairs: readonly (number | undefined)[]): Set<number> {
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const [a, b] of pairs.entries()) {
    if (b === undefined) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    previous.set(a, low === 0 ? undefined : ends[low - 1]);
    ends[low] = a;
  }
  const chain = new Set<number>();
  for (let a = ends.at(-1); a !== undefined; a = previous.get(a)) chain.add(a);
  return chain;
}

function fillGaps(
  before: readonly Comparable[],
  after: readonly Comparable[],
  pairs: (number | undefined)[],
  moved: ReadonlyMap<number, number>,
  taken: Set<number>,
): void {
  const limits: number[] = [];
  let limit = after.length;
  for (let a = before.length - 1; a >= 0; a -= 1) limits[a] = limit = pairs[a] ?? limit;
  let next = 0;
  for (const [a, old] of before.entries()) {
    const fixed = pairs[a];
    if (fixed !== undefined) next = fixed + 1;
    if (fixed !== undefined || moved.has(a)) continue;
    const end = Math.min(limits[a] ?? 0, next + WINDOW);
    const found = mostAlike(old, after, next, end, taken, LIKE_ENOUGH);
    if (found === undefined) continue;
    pairs[a] = found;
    taken.add(found);
    next = found + 1;
  }
}

function matchStrays(
  before: readonly Comparable[],
  after: readonly Comparable[],
  pairs: readonly (number | undefined)[],
  moved: Map<number, number>,
  taken: Set<number>,
): void {
  const strays = [...before.keys()].filter((a) => pairs[a] === undefined && !moved.has(a));
  if (strays.length > MOST_STRAYS || after.length - taken.size > MOST_STRAYS) return;
  for (const a of strays) {
    const old = before[a];
    if (old === undefined) continue;
    const found = mostAlike(old, after, 0, after.length, taken, LIKE_ENOUGH_ELSEWHERE);
    if (found === undefined) continue;
    moved.set(a, found);
    taken.add(found);
  }
}

/** The most alike that is free; one further off or of another type must be more alike. */
function mostAlike(
  old: Comparable,
  after: readonly Comparable[],
  from: number,
  to: number,
  taken: ReadonlySet<number>,
  least: number,
): number | undefined {
  let best: number | undefined;
  let score = least;
  for (let b = from; b < to; b += 1) {
    const now = after[b];
    if (now === undefined || taken.has(b)) continue;
    const alike =
      likeness(old.sketch, now.sketch) - (now.type === old.type ? 0 : 0.1) - (b - from) / 10_000;
    if (alike > score || (alike === score && best === undefined)) [best, score] = [b, alike];
  }
  return best;
}
