import type { Candidates } from './candidates.js';
import { foldText } from './folded-text.js';
import { grown } from './growing.js';
import { MemoryBlock } from './memory-block.js';
import type { Phrase } from './phrase.js';
import type { Query } from './query.js';
import { newScratch, reaches, type Scratch } from './scratch.js';
import { hashOf } from './signs.js';
import { UnitIds } from './unit-ids.js';
import { UnitList, type ListedUnit } from './unit-list.js';
import type { Vocabulary } from './vocabulary.js';

/** Words of a block are told by two bytes: it is closed before there are more. */
const MOST_WORDS_OF_BLOCK = 0xffff - 8_192;
/** The home of units that stand in the list and in no block yet. */
const LIST = 0;

/**
 * Where units are kept: new ones in a list and, when there are enough, closed into a block. A
 * block that has lost half of its units is dissolved and the rest listed again.
 */
export class UnitStore {
  private readonly ids = new UnitIds();
  private readonly blocks = new Map<number, MemoryBlock>();
  private readonly list = new UnitList();
  private readonly scratch: Scratch;
  /** By handle: the number of the block, and the place in it. */
  private homes = new Uint32Array(1 << 12);
  private places = new Uint16Array(1 << 12);
  private lastBlock = LIST;
  /** By word: the last block that it was counted for, and how many words the list has so. */
  private countedFor = new Uint32Array(1 << 12);
  private wordsOfList = 0;
  private signs = new Uint16Array(1 << 12);
  private readonly laidOpen = new Uint32Array(1 << 13);

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly blockUnits: number,
  ) {
    this.scratch = newScratch(blockUnits);
  }

  get size(): number {
    return this.ids.size;
  }

  get bytes(): number {
    const own = this.homes.byteLength + this.places.byteLength + this.countedFor.byteLength;
    const blocks = [...this.blocks.values()].reduce((sum, block) => sum + block.bytes, 0);
    return own + blocks + this.ids.bytes + this.list.bytes;
  }

  has(id: string): boolean {
    return this.ids.find(id) >= 0;
  }

  idOf(handle: number): string {
    return this.ids.idOf(handle);
  }

  isNewer(handle: number, other: number): boolean {
    return this.ids.isLater(handle, other);
  }

  add(id: string, text: string, section: number): void {
    const folded = foldText(text);
    const ids = Uint32Array.from(folded.words, (word) => this.vocabulary.take(word));
    const weight = ids.reduce((sum, word) => sum + this.vocabulary.weightOf(word), 0);
    const handle = this.ids.take(id);
    const { codes } = folded;
    const exactHash = hashOf(folded.exact);
    const numbers = ids.filter((word) => this.vocabulary.isNumber(word)).length;
    this.enlist({ ids, count: ids.length, numbers, weight, codes, exactHash, handle, section });
    for (const word of ids) this.vocabulary.counted(this.vocabulary.classOf(word), 1);
  }

  remove(id: string): boolean {
    const handle = this.ids.find(id);
    if (handle < 0) return false;
    const { ids, count } = this.unitOf(handle);
    for (let at = 0; at < count; at += 1) {
      this.vocabulary.counted(this.vocabulary.classOf(ids[at] ?? 0), -1);
    }
    const home = this.homes[handle] ?? LIST;
    const block = this.blocks.get(home);
    (block ?? this.list).remove(this.places[handle] ?? 0);
    this.ids.release(id);
    if (block?.isSparse) this.dissolve(home, block);
    return true;
  }

  /** The unit; its words stand in an array that the next call writes over. */
  unitOf(handle: number): ListedUnit {
    const place = this.places[handle] ?? 0;
    const block = this.blocks.get(this.homes[handle] ?? LIST);
    return block ? block.unitAt(place, this.laidOpen) : this.list.unitAt(place);
  }

  /** Adds, block by block, all units that may reach what the query asks for by then. */
  collect(query: Query, section: number | null, into: Candidates, afterEach: () => void): void {
    this.list.collect(query, this.vocabulary, section, into);
    afterEach();
    for (const block of this.blocks.values()) {
      block.collect(query, this.scratch, section, into);
      afterEach();
    }
  }

  /** Tells all units that hold the phrase, and whether in whole words. */
  holding(
    phrase: Phrase,
    section: number | null,
    tell: (handle: number, whole: boolean) => void,
  ): void {
    const check = (unit: ListedUnit): void => {
      if (section !== null && !reaches(unit.section, section)) return;
      const found = phrase.standsIn(unit);
      if (found > 0) tell(unit.handle, found === 2);
    };
    for (const at of this.list.livingPlaces()) check(this.list.unitAt(at));
    for (const block of this.blocks.values()) {
      for (const at of block.mayHold(phrase)) check(block.unitAt(at, this.laidOpen));
    }
  }

  private enlist(unit: ListedUnit): void {
    const { handle } = unit;
    this.homes = grown(this.homes, handle + 1);
    this.places = grown(this.places, handle + 1);
    this.homes[handle] = LIST;
    this.places[handle] = this.list.push(unit, this.spelt(unit));

    this.countedFor = grown(this.countedFor, this.vocabulary.size);
    const coming = this.lastBlock + 1;
    for (let at = 0; at < unit.count; at += 1) {
      const word = unit.ids[at] ?? 0;
      if (this.countedFor[word] === coming) continue;
      this.countedFor[word] = coming;
      this.wordsOfList += 1;
    }
    if (this.list.length === this.blockUnits || this.wordsOfList > MOST_WORDS_OF_BLOCK)
      this.close();
  }

  private spelt({ ids, count, weight }: ListedUnit): Uint16Array {
    if (this.signs.length < weight) this.signs = new Uint16Array(weight * 2);
    let place = 0;
    for (let at = 0; at < count; at += 1) {
      place = this.vocabulary.write(ids[at] ?? 0, this.signs, place);
    }
    return this.signs;
  }

  private close(): void {
    this.lastBlock += 1;
    const number = this.lastBlock;
    const block = new MemoryBlock(this.list, this.vocabulary, (handle, place) => {
      this.homes[handle] = number;
      this.places[handle] = place;
    });
    this.blocks.set(number, block);
    this.list.clear();
    this.wordsOfList = 0;
  }

  private dissolve(home: number, block: MemoryBlock): void {
    this.blocks.delete(home);
    for (const place of block.livingPlaces()) this.enlist(block.unitAt(place, this.laidOpen));
  }
}
