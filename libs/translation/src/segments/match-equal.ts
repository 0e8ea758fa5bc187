/** What an alignment needs to know of a segment. */
export interface AlignedSegment {
  readonly place: string;
  readonly kind: string;
  readonly source: string;
  readonly sourceHash: string;
}

/** Two segments with one text. `moved`: not in the order of the others. */
export interface EqualPair {
  readonly old: number;
  readonly fresh: number;
  readonly moved: boolean;
}

/**
 * Pairs of equal text, in the order of the new segments. Repeated texts are told apart by their
 * neighbours first, then by their kind, then by their order.
 */
export function matchEqual(
  old: readonly AlignedSegment[],
  fresh: readonly AlignedSegment[],
): EqualPair[] {
  const partner = new Map<number, number>();
  const used = new Set<number>();
  const passes: ((hash: (step: number) => string, kind: string) => string)[] = [
    (hash, kind) => [hash(-1), hash(0), hash(1), kind].join(' '),
    (hash) => `${hash(-1)} ${hash(0)}`,
    (hash) => `${hash(0)} ${hash(1)}`,
    (hash, kind) => `${hash(0)} ${kind}`,
    (hash) => hash(0),
  ];
  for (const pass of passes) {
    const key = (list: readonly AlignedSegment[], index: number, { kind }: AlignedSegment) =>
      pass((step) => list[index + step]?.sourceHash ?? '', kind);
    const waiting = new Map<string, number[]>();
    for (let index = old.length - 1; index >= 0; index -= 1) {
      const segment = old[index];
      if (segment === undefined || used.has(index)) continue;
      const name = key(old, index, segment);
      const same = waiting.get(name);
      if (same) same.push(index);
      else waiting.set(name, [index]);
    }
    fresh.forEach((segment, index) => {
      if (partner.has(index)) return;
      const found = waiting.get(key(fresh, index, segment))?.pop();
      if (found === undefined) return;
      partner.set(index, found);
      used.add(found);
    });
  }
  const pairs = [...partner].sort(([one], [other]) => one - other);
  const inOrder = longestRise(pairs.map(([, from]) => from));
  return pairs.map(([at, from], index) => ({ old: from, fresh: at, moved: !inOrder.has(index) }));
}

/** Indexes of a longest increasing subsequence, in n log n. */
function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const rise = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) rise.add(index);
  return rise;
}
