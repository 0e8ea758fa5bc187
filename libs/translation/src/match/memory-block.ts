import type { Candidates } from './candidates.js';
import { SIGNATURE_PARTS, type Phrase } from './phrase.js';
import type { Query } from './query.js';
import { reaches, type Scratch } from './scratch.js';
import { COUNT_BYTES } from './sign-counts.js';
import { LocalIds, lowerBound } from './sorted-ids.js';
import type { ListedUnit, UnitList } from './unit-list.js';
import type { Vocabulary } from './vocabulary.js';

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
  private readonly local: LocalIds;
  /** The place of the first unit of each weight. */
  private readonly weightStarts: Uint16Array;
  private readonly listStarts: Uint32Array;
  private readonly lists: Uint16Array;
  private readonly counts: Uint8Array;
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
    this.local = new LocalIds(units, vocabulary);
    this.weightStarts = startsOf(this.weights);
    this.starts = new Uint32Array(this.count + 1);
    this.words = new Uint16Array(units.reduce((sum, unit) => sum + unit.count, 0));
    this.signatures = new Uint32Array(this.count * SIGNATURE_PARTS);
    this.counts = new Uint8Array(this.count * COUNT_BYTES);
    order.forEach((from, at) => {
      this.counts.set(list.countsAt(from), at * COUNT_BYTES);
      this.signatures.set(list.signatureAt(from), at * SIGNATURE_PARTS);
    });
    let place = 0;
    units.forEach((unit, at) => {
      for (let word = 0; word < unit.count; word += 1) {
        this.words[place] = this.local.exactly(unit.ids[word] ?? 0, vocabulary);
        place += 1;
      }
      this.starts[at + 1] = place;
      moved(unit.handle, at);
    });
    [this.listStarts, this.lists] = this.makeLists();
  }

  get bytes(): number {
    const { weights, starts, words, hashes, codeCounts, handles, sections, dead } = this;
    const { listStarts, lists, signatures, weightStarts, counts } = this;
    return [
      ...[weights, starts, words, hashes, codeCounts, handles, sections, dead],
      ...[listStarts, lists, signatures, weightStarts, counts],
    ].reduce((sum, array) => sum + array.byteLength, this.local.bytes);
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
      into[word] = this.local.ids[local] ?? 0;
      if (local >= this.local.wordCount) numbers += 1;
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
    const from = this.placeOfWeight(query.lightest);
    const to = this.placeOfWeight(query.heaviest + 1);
    if (from === to) return;
    const { shared, worth, locals } = scratch;
    shared.fill(0, from, to);
    query.words.forEach(({ id, weight, times }, place) => {
      const word = this.local.wordOf(id);
      locals[place] = word;
      if (word < 0) return;
      worth[word] = weight;
      if (place >= query.firstSought) this.addList(word, weight * times, from, to, shared);
    });
    this.pick(query, scratch, section, from, to, into);
    for (let place = 0; place < query.words.length; place += 1) {
      const word = locals[place] ?? -1;
      if (word >= 0) worth[word] = 0;
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
    const counted = scratch.shared;
    for (let at = from; at < to;) {
      const weight = this.weights[at] ?? 0;
      const end = this.placeOfWeight(weight + 1);
      const need = query.need(weight);
      const enough = need - query.unsought;
      for (; at < end; at += 1) {
        if ((counted[at] ?? 0) < enough || this.dead[at] === 1) continue;
        if (section !== null && !reaches(this.sections[at], section)) continue;
        const shared = this.sharedWith(at, scratch.worth);
        if (shared < need) continue;
        const most = query.most(weight, shared, this.counts, at * COUNT_BYTES);
        if (most >= query.leastScore) into.add(this.handleAt(at), most, shared);
      }
    }
  }

  /** What the words weigh that the unit shares with the query; repeated ones may be too many. */
  private sharedWith(at: number, worth: Uint16Array): number {
    const { words } = this;
    const { wordCount } = this.local;
    const end = this.starts[at + 1] ?? 0;
    let shared = 0;
    for (let place = this.starts[at] ?? 0; place < end; place += 1) {
      const word = words[place] ?? 0;
      shared += worth[word < wordCount ? word : wordCount] ?? 0;
    }
    return shared;
  }

  /** The place of the first unit of this weight or more. */
  private placeOfWeight(weight: number): number {
    return weight < this.weightStarts.length ? (this.weightStarts[weight] ?? 0) : this.count;
  }

  /** For each word the units with it, and one list for the units with any number. */
  private makeLists(): [Uint32Array, Uint16Array] {
    const { wordCount } = this.local;
    const starts = new Uint32Array(wordCount + 2);
    const last = new Int32Array(wordCount + 1).fill(-1);
    const eachWord = (found: (word: number, at: number) => void): void => {
      last.fill(-1);
      for (let at = 0; at < this.count; at += 1) {
        const end = this.starts[at + 1] ?? 0;
        for (let place = this.starts[at] ?? 0; place < end; place += 1) {
          const word = Math.min(this.words[place] ?? 0, wordCount);
          if (last[word] === at) continue;
          last[word] = at;
          found(word, at);
        }
      }
    };
    eachWord((word) => {
      starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    });
    for (let word = 0; word <= wordCount; word += 1) {
      starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    }
    const lists = new Uint16Array(starts[wordCount + 1] ?? 0);
    const next = starts.slice();
    eachWord((word, at) => {
      lists[next[word] ?? 0] = at;
      next[word] = (next[word] ?? 0) + 1;
    });
    return [starts, lists];
  }
}

/** For each weight up to the greatest the place of the first unit that weighs so much. */
function startsOf(weights: Uint16Array): Uint16Array {
  const starts = new Uint16Array((weights.at(-1) ?? 0) + 1);
  let at = 0;
  for (let weight = 0; weight < starts.length; weight += 1) {
    while (at < weights.length && (weights[at] ?? 0) < weight) at += 1;
    starts[weight] = at;
  }
  return starts;
}
