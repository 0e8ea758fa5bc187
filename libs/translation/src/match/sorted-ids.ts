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

/**
 * The words of some units numbered by themselves, so that they take two bytes each: words in
 * rising order, then numbers. Which words there are stands in a row of bits, and a word's number
 * is how many stand before it: found with two glances where a search would take a dozen.
 */
export class LocalIds {
  readonly ids: Uint32Array;
  readonly wordCount: number;
  private readonly bits: Uint32Array;
  /** How many words stand before each 32 bits. */
  private readonly before: Uint16Array;

  constructor(
    units: readonly { readonly ids: Uint32Array; readonly count: number }[],
    vocabulary: Vocabulary,
  ) {
    const parts = (vocabulary.size >>> 5) + 1;
    this.bits = new Uint32Array(parts);
    this.before = new Uint16Array(parts);
    const numbers = new Set<number>();
    for (const { ids, count } of units) {
      for (let at = 0; at < count; at += 1) {
        const id = ids[at] ?? NUMBER;
        if (vocabulary.isNumber(id)) numbers.add(id);
        else this.bits[id >>> 5] = (this.bits[id >>> 5] ?? 0) | (1 << (id & 31));
      }
    }
    const words: number[] = [];
    for (let part = 0; part < parts; part += 1) {
      this.before[part] = words.length;
      for (let bit = 0; bit < 32; bit += 1) {
        if (((this.bits[part] ?? 0) >>> bit) & 1) words.push(part * 32 + bit);
      }
    }
    this.wordCount = words.length;
    this.ids = Uint32Array.from([...words, ...[...numbers].sort((one, other) => one - other)]);
  }

  get bytes(): number {
    return this.ids.byteLength + this.bits.byteLength + this.before.byteLength;
  }

  /** A word's number, or -1 when no unit has it; of any number that after all words. */
  wordOf(id: number): number {
    if (id === NUMBER) return this.wordCount;
    const bits = this.bits[id >>> 5] ?? 0;
    if (((bits >>> (id & 31)) & 1) === 0) return -1;
    return (this.before[id >>> 5] ?? 0) + ones(bits & ((1 << (id & 31)) - 1));
  }

  /** The number of a word or of one certain number. */
  exactly(id: number, vocabulary: Vocabulary): number {
    return vocabulary.isNumber(id)
      ? lowerBound(this.ids, id, this.ids.length, this.wordCount)
      : this.wordOf(id);
  }
}

/** How many bits are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
