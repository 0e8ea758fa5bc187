import { NUMBER, type Vocabulary } from './vocabulary.js';

/** The first place from `start` on whose value is not less than `wanted`, or `end`. */
export function lowerBound(
  values: Uint16Array | Uint32Array,
  wanted: number,
  end: number,
  start = 0,
): number {
  let from = start;
  let to = end;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

export interface LocalIds {
  /** Words in rising order, then numbers in rising order. */
  readonly ids: Uint32Array;
  readonly wordCount: number;
  readonly of: (id: number) => number;
}

/** Numbers the words of some units by themselves, so that they take two bytes each. */
export function localIds(
  units: readonly { readonly ids: Uint32Array; readonly count: number }[],
  vocabulary: Vocabulary,
): LocalIds {
  const places = new Uint16Array(vocabulary.size);
  const found = new Uint8Array(vocabulary.size);
  for (const { ids, count } of units) {
    for (let at = 0; at < count; at += 1) found[ids[at] ?? 0] = 1;
  }
  const words: number[] = [];
  const numbers: number[] = [];
  for (let id = NUMBER + 1; id < found.length; id += 1) {
    if (found[id] === 1) (vocabulary.isNumber(id) ? numbers : words).push(id);
  }
  const ids = Uint32Array.from([...words, ...numbers]);
  for (let place = 0; place < ids.length; place += 1) places[ids[place] ?? 0] = place;
  return { ids, wordCount: words.length, of: (id) => places[id] ?? 0 };
}
