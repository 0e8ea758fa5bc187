import type { Candidates } from './candidates.js';
import { SIGNATURE_PARTS, type Phrase } from './phrase.js';
import type { Query } from './query.js';
import { reaches, type Scratch } from './scratch.js';
import { localIds, lowerBound } from './sorted-ids.js';
import type { ListedUnit, UnitList } from './unit-list.js';
import { NUMBER, type Vocabulary } from './vocabulary.js';

/** Units in a block; so many that a block's counts fit into a processor's nearest memory. */
export const BLOCK_UNITS = 16_384;

/**
 * A block of units that no longer grows: the units by weight, each word's list of units, and the
 * words of each unit. Everything is told by places in the block, which take two bytes.
 */
export class MemoryBlock {
  readonly count: number;
  private readonly weights: Uint16Array;
  private readonly starts: Uint32Array;
  private readonly words: Uint16Array;
  private readonly hashes: Uint32Array;
  private readonly codeCounts: Uint8Array;
  private readonly handles: Uint32Array;
  private readonly sections: Uint16Array;
  private readonly dead: Uint8Array;
  /** The vocabulary's ids of the block's words in rising order: words first, then numbers. */
  private readonly ids: Uint32Array;
  /** How many of them are words; in the lists the place after them is that of any number. */
  private readonly wordCount: number;
  private readonly listStarts: Uint32Array;
  private readonly lists: Uint16Array;
  private readonly signatures: Uint32Array;
  private deadCount = 0;

  /** Takes the list's units; `moved` is told each unit's new place. */
  constructor(list: UnitList, vocabulary: Vocabulary, moved: (handle: number, at: number) => void) {
    const order = list
      .livingPlaces()
      .sort((one, other) => list.weightAt(one) - list.weightAt(other));
    const units = order.map((at) => list.unitAt(at));
    this.count = units.length;
    this.weights = Uint16Array.from(units, (unit) => unit.weight);
    this.hashes = Uint32Array.from(units, (unit) => unit.exactHash);
    this.codeCounts = Uint8Array.from(units, (unit) => unit.codes);
    this.handles = Uint32Array.from(units, (unit) => unit.handle);
    this.sections = Uint16Array.from(units, (unit) => unit.section);
    this.dead = new Uint8Array(this.count);
    const local = localIds(units, vocabulary);
    [this.ids, this.wordCount] = [local.ids, local.wordCount];
    this.starts = new Uint32Array(this.count + 1);
    this.words = new Uint16Array(units.reduce((sum, unit) => sum + unit.count, 0));
    this.signatures = new Uint32Array(this.count * SIGNATURE_PARTS);
    order.forEach((from, at) => {
      this.signatures.set(list.signatureAt(from), at * SIGNATURE_PARTS);
    });
    let place = 0;
    units.forEach((unit, at) => {
      for (let word = 0; word < unit.count; word += 1) {
        this.words[place] = local.of(unit.ids[word] ?? 0);
        place += 1;
      }
      this.starts[at + 1] = place;
      moved(unit.handle, at);
    });
    [this.listStarts, this.lists] = this.makeLists();
  }

  get bytes(): number {
    const { weights, starts, words, hashes, codeCounts, handles, sections, dead } = this;
    const { ids, listStarts, lists, signatures } = this;
    return [
      ...[weights, starts, words, hashes, codeCounts, handles, sections, dead],
      ...[ids, listStarts, lists, signatures],
    ].reduce((sum, array) => sum + array.byteLength, 0);
  }

  /** Whether so many are gone that the rest had better be taken elsewhere. */
  get isSparse(): boolean {
    return this.deadCount * 2 > this.count;
  }

  remove(at: number): void {
    if (this.dead[at] === 1) return;
    this.dead[at] = 1;
    this.deadCount += 1;
  }

  /** The places of units that have not been removed. */
  livingPlaces(): number[] {
    return Array.from(this.dead.keys()).filter((at) => this.dead[at] === 0);
  }

  handleAt(at: number): number {
    return this.handles[at] ?? 0;
  }

  /** The places of units whose signature says that they may hold the phrase. */
  mayHold({ signature }: Phrase): number[] {
    const { signatures, dead } = this;
    const [first = 0, second = 0, third = 0, fourth = 0] = signature;
    const places: number[] = [];
    for (let at = 0, part = 0; at < this.count; at += 1, part += SIGNATURE_PARTS) {
      if (
        ((signatures[part] ?? 0) & first) >>> 0 === first &&
        ((signatures[part + 1] ?? 0) & second) >>> 0 === second &&
        ((signatures[part + 2] ?? 0) & third) >>> 0 === third &&
        ((signatures[part + 3] ?? 0) & fourth) >>> 0 === fourth &&
        dead[at] === 0
      ) {
        places.push(at);
      }
    }
    return places;
  }

  /** The unit with the vocabulary's ids written into `ids`. */
  unitAt(at: number, ids: Uint32Array): ListedUnit {
    const start = this.starts[at] ?? 0;
    const count = (this.starts[at + 1] ?? 0) - start;
    const into = ids.length >= count ? ids : new Uint32Array(count);
    let numbers = 0;
    for (let word = 0; word < count; word += 1) {
      const local = this.words[start + word] ?? 0;
      into[word] = this.ids[local] ?? 0;
      if (local >= this.wordCount) numbers += 1;
    }
    return {
      ids: into,
      count,
      weight: this.weights[at] ?? 0,
      exactHash: this.hashes[at] ?? 0,
      codes: this.codeCounts[at] ?? 0,
      handle: this.handleAt(at),
      section: this.sections[at] ?? 0,
      numbers,
    };
  }

  /** Adds the units that share enough with the query. */
  collect(query: Query, scratch: Scratch, section: number | null, into: Candidates): void {
    const from = lowerBound(this.weights, query.lightest, this.count);
    const to = lowerBound(this.weights, query.heaviest + 1, this.count);
    if (from === to) return;
    const { shared, left, worth } = scratch;
    shared.fill(0, from, to);
    for (const { id, weight, times } of query.sought) {
      const word = this.localOf(id);
      if (word >= 0) this.addList(word, weight * times, from, to, shared);
    }
    for (const { id, weight, times } of query.words) {
      const word = this.localOf(id);
      if (word < 0) continue;
      left[word] = times;
      worth[word] = weight;
    }
    this.pick(query, scratch, section, from, to, into);
    for (const { id } of query.words) {
      const word = this.localOf(id);
      if (word >= 0) worth[word] = left[word] = 0;
    }
  }

  /** Counts a word for all units of its list from one place up to another. */
  private addList(
    word: number,
    worth: number,
    from: number,
    to: number,
    shared: Uint16Array,
  ): void {
    const { lists } = this;
    const end = this.listStarts[word + 1] ?? 0;
    for (let place = lowerBound(lists, from, end, this.listStarts[word]); place < end; place += 1) {
      const at = lists[place] ?? 0;
      if (at >= to) return;
      shared[at] = (shared[at] ?? 0) + worth;
    }
  }

  /** Of the units with enough of the sought words those that share enough of all. */
  private pick(
    query: Query,
    scratch: Scratch,
    section: number | null,
    from: number,
    to: number,
    into: Candidates,
  ): void {
    const { weights } = this;
    const counted = scratch.shared;
    for (let at = from; at < to;) {
      const weight = weights[at] ?? 0;
      const end = lowerBound(weights, weight + 1, to, at);
      const need = query.need(weight);
      const enough = need - query.unsought;
      for (; at < end; at += 1) {
        if ((counted[at] ?? 0) < enough || this.dead[at] === 1) continue;
        if (section !== null && !reaches(this.sections[at], section)) continue;
        const shared = this.sharedWith(at, scratch);
        if (shared >= need) into.add(this.handleAt(at), query.most(weight, shared), shared);
      }
    }
  }

  /** What the words weigh that the unit shares with the query, each counted as often as in both. */
  private sharedWith(at: number, { left, worth }: Scratch): number {
    const { words, wordCount } = this;
    const start = this.starts[at] ?? 0;
    const end = this.starts[at + 1] ?? 0;
    let shared = 0;
    for (let place = start; place < end; place += 1) {
      const word = Math.min(words[place] ?? 0, wordCount);
      const times = left[word] ?? 0;
      if (times > 0) shared += worth[word] ?? 0;
      left[word] = times - 1;
    }
    for (let place = start; place < end; place += 1) {
      const word = Math.min(words[place] ?? 0, wordCount);
      left[word] = (left[word] ?? 0) + 1;
    }
    return shared;
  }

  /** The place of a word in the block, or -1. */
  private localOf(id: number): number {
    if (id === NUMBER) return this.wordCount;
    const at = lowerBound(this.ids, id, this.wordCount);
    return at < this.wordCount && this.ids[at] === id ? at : -1;
  }

  /** For each word the units with it, and one list for the units with any number. */
  private makeLists(): [Uint32Array, Uint16Array] {
    const starts = new Uint32Array(this.wordCount + 2);
    const last = new Int32Array(this.wordCount + 1).fill(-1);
    const eachWord = (found: (word: number, at: number) => void): void => {
      last.fill(-1);
      for (let at = 0; at < this.count; at += 1) {
        const end = this.starts[at + 1] ?? 0;
        for (let place = this.starts[at] ?? 0; place < end; place += 1) {
          const word = Math.min(this.words[place] ?? 0, this.wordCount);
          if (last[word] === at) continue;
          last[word] = at;
          found(word, at);
        }
      }
    };
    eachWord((word) => {
      starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    });
    for (let word = 0; word <= this.wordCount; word += 1) {
      starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    }
    const lists = new Uint16Array(starts[this.wordCount + 1] ?? 0);
    const next = starts.slice();
    eachWord((word, at) => {
      lists[next[word] ?? 0] = at;
      next[word] = (next[word] ?? 0) + 1;
    });
    return [starts, lists];
  }
}
