import { grown } from './growing.js';
import { SIGNATURE_PARTS, writeSignature } from './phrase.js';
import type { Query } from './query.js';
import { reaches } from './scratch.js';
import { NUMBER, type Vocabulary } from './vocabulary.js';
import type { Candidates } from './candidates.js';
import type { LaidOpen } from './comparison.js';

/** A unit as it is put into a list. */
export interface ListedUnit extends LaidOpen {
  readonly handle: number;
  readonly section: number;
  /** How many of its words are numbers. */
  readonly numbers: number;
}

const MIDDLE = 0x8000;

/** Units that came last, in the order of their coming, until there are enough for a block. */
export class UnitList {
  private words = new Uint32Array(1 << 14);
  private starts = new Uint32Array(1 << 10);
  private weights = new Uint32Array(1 << 10);
  private hashes = new Uint32Array(1 << 10);
  private codeCounts = new Uint8Array(1 << 10);
  private handles = new Uint32Array(1 << 10);
  private sections = new Uint16Array(1 << 10);
  private dead = new Uint8Array(1 << 10);
  private numberCounts = new Uint16Array(1 << 10);
  private signatures = new Uint32Array(SIGNATURE_PARTS << 10);
  private count = 0;
  /** By word, while a query is looked up: MIDDLE and how often it may still be counted. */
  private left = new Uint16Array(1 << 12);
  private worth = new Uint16Array(1 << 12);

  get length(): number {
    return this.count;
  }

  get bytes(): number {
    const { words, starts, weights, hashes, codeCounts, handles, sections, dead } = this;
    const { numberCounts, signatures } = this;
    return [
      ...[words, starts, weights, hashes, codeCounts, handles, sections, dead],
      ...[numberCounts, signatures],
    ].reduce((sum, array) => sum + array.byteLength, 0);
  }

  /** `signs`: the unit spelt out. */
  push(unit: ListedUnit, signs: Uint16Array): number {
    const at = this.count;
    this.signatures = grown(this.signatures, (at + 1) * SIGNATURE_PARTS);
    this.signatures.fill(0, at * SIGNATURE_PARTS, (at + 1) * SIGNATURE_PARTS);
    writeSignature(signs, unit.weight, this.signatures, at * SIGNATURE_PARTS);
    const start = this.starts[at] ?? 0;
    this.words = grown(this.words, start + unit.count);
    this.words.set(unit.ids.subarray(0, unit.count), start);
    this.starts = grown(this.starts, at + 2);
    this.starts[at + 1] = start + unit.count;
    this.weights = grown(this.weights, at + 1);
    this.weights[at] = unit.weight;
    this.hashes = grown(this.hashes, at + 1);
    this.hashes[at] = unit.exactHash;
    this.codeCounts = grown(this.codeCounts, at + 1);
    this.codeCounts[at] = Math.min(255, unit.codes);
    this.handles = grown(this.handles, at + 1);
    this.handles[at] = unit.handle;
    this.sections = grown(this.sections, at + 1);
    this.sections[at] = unit.section;
    this.numberCounts = grown(this.numberCounts, at + 1);
    this.numberCounts[at] = unit.numbers;
    this.dead = grown(this.dead, at + 1);
    this.dead[at] = 0;
    this.count += 1;
    return at;
  }

  remove(at: number): void {
    this.dead[at] = 1;
  }

  isDead(at: number): boolean {
    return this.dead[at] === 1;
  }

  livingPlaces(): number[] {
    return Array.from({ length: this.count }, (_, at) => at).filter((at) => !this.isDead(at));
  }

  /** Adds the units that share enough with the query; `section` null: of all sections. */
  collect(query: Query, vocabulary: Vocabulary, section: number | null, into: Candidates): void {
    this.left = grown(this.left, vocabulary.size);
    this.worth = grown(this.worth, vocabulary.size);
    for (const { id, weight, times } of query.words) {
      this.left[id] = MIDDLE + times;
      this.worth[id] = weight;
    }
    const numbers = query.words.find(({ id }) => id === NUMBER)?.times ?? 0;
    for (let at = 0; at < this.count; at += 1) {
      const weight = this.weights[at] ?? 0;
      if (weight < query.lightest || weight > query.heaviest || this.dead[at] === 1) continue;
      if (section !== null && !reaches(this.sections[at], section)) continue;
      const shared = this.sharedWith(at, numbers);
      if (shared < query.need(weight)) continue;
      into.add(this.handles[at] ?? 0, query.most(weight, shared), shared);
    }
    for (const { id } of query.words) this.left[id] = this.worth[id] = 0;
  }

  /** What the words weigh that the unit shares, each counted as often as it stands in both. */
  private sharedWith(at: number, numbers: number): number {
    const { words, left, worth } = this;
    const start = this.starts[at] ?? 0;
    const end = this.starts[at + 1] ?? 0;
    let shared = Math.min(numbers, this.numberCounts[at] ?? 0) * (worth[NUMBER] ?? 0);
    let found = 0;
    for (let place = start; place < end; place += 1) {
      const word = words[place] ?? 0;
      const weight = worth[word] ?? 0;
      if (weight === 0) continue;
      const times = left[word] ?? 0;
      if (times > MIDDLE) shared += weight;
      left[word] = times - 1;
      found += 1;
    }
    if (found === 0) return shared;
    for (let place = start; place < end; place += 1) {
      const word = words[place] ?? 0;
      if (worth[word] !== 0) left[word] = (left[word] ?? 0) + 1;
    }
    return shared;
  }

  weightAt(at: number): number {
    return this.weights[at] ?? 0;
  }

  sectionAt(at: number): number {
    return this.sections[at] ?? 0;
  }

  signatureAt(at: number): Uint32Array {
    return this.signatures.subarray(at * SIGNATURE_PARTS, (at + 1) * SIGNATURE_PARTS);
  }

  handleAt(at: number): number {
    return this.handles[at] ?? 0;
  }

  unitAt(at: number): ListedUnit {
    const start = this.starts[at] ?? 0;
    const end = this.starts[at + 1] ?? 0;
    return {
      ids: this.words.subarray(start, end),
      count: end - start,
      weight: this.weightAt(at),
      exactHash: this.hashes[at] ?? 0,
      codes: this.codeCounts[at] ?? 0,
      numbers: this.numberCounts[at] ?? 0,
      handle: this.handleAt(at),
      section: this.sectionAt(at),
    };
  }

  clear(): void {
    this.count = 0;
  }
}
