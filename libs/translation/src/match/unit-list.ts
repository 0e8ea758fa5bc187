import { grown } from './growing.js';
import { SIGNATURE_PARTS, writeSignature } from './phrase.js';
import type { Query } from './query.js';
import { reaches } from './scratch.js';
import { COUNT_BYTES, writeCounts } from './sign-counts.js';
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
  private counts = new Uint8Array(COUNT_BYTES << 10);
  private signatures = new Uint32Array(SIGNATURE_PARTS << 10);
  private count = 0;
  /** By word, while a query is looked up: what it weighs if it stands in the text. */
  private worth = new Uint16Array(1 << 12);

  get length(): number {
    return this.count;
  }

  get bytes(): number {
    const { words, starts, weights, hashes, codeCounts, handles, sections, dead } = this;
    const { numberCounts, counts, signatures } = this;
    return [
      ...[words, starts, weights, hashes, codeCounts, handles, sections, dead],
      ...[numberCounts, counts, signatures],
    ].reduce((sum, array) => sum + array.byteLength, 0);
  }

  /** `signs`: the unit spelt out. */
  push(unit: ListedUnit, signs: Uint16Array): number {
    const at = this.count;
    this.signatures = grown(this.signatures, (at + 1) * SIGNATURE_PARTS);
    this.signatures.fill(0, at * SIGNATURE_PARTS, (at + 1) * SIGNATURE_PARTS);
    writeSignature(signs, unit.weight, this.signatures, at * SIGNATURE_PARTS);
    const start = this.starts[at] ?? 0;
    this.counts = grown(this.counts, (at + 1) * COUNT_BYTES);
    this.counts.fill(0, at * COUNT_BYTES, (at + 1) * COUNT_BYTES);
    writeCounts(signs, unit.weight, this.counts, at * COUNT_BYTES);
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
    this.worth = grown(this.worth, vocabulary.size);
    for (const { id, weight } of query.words) this.worth[id] = weight;
    for (let at = 0; at < this.count; at += 1) {
      const weight = this.weights[at] ?? 0;
      if (weight < query.lightest || weight > query.heaviest || this.dead[at] === 1) continue;
      if (section !== null && !reaches(this.sections[at], section)) continue;
      const shared = this.sharedWith(at);
      if (shared < query.need(weight)) continue;
      const most = query.most(weight, shared, this.counts, at * COUNT_BYTES);
      if (most >= query.leastScore) into.add(this.handles[at] ?? 0, most, shared);
    }
    for (const { id } of query.words) this.worth[id] = 0;
  }

  /** What the words weigh that the unit shares; repeated ones may be counted too often. */
  private sharedWith(at: number): number {
    const { words, worth } = this;
    const end = this.starts[at + 1] ?? 0;
    let shared = (this.numberCounts[at] ?? 0) * (worth[NUMBER] ?? 0);
    for (let place = this.starts[at] ?? 0; place < end; place += 1) {
      shared += worth[words[place] ?? 0] ?? 0;
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

  countsAt(at: number): Uint8Array {
    return this.counts.subarray(at * COUNT_BYTES, (at + 1) * COUNT_BYTES);
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
