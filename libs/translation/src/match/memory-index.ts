import { BestMatches } from './best-matches.js';
import { Candidates } from './candidates.js';
import { Comparison } from './comparison.js';
import { BLOCK_UNITS } from './memory-block.js';
import { Phrase } from './phrase.js';
import { Query } from './query.js';
import { EVERY_SECTION } from './scratch.js';
import { UnitStore } from './unit-store.js';
import { Vocabulary } from './vocabulary.js';

/** A unit as the index needs it: its id (a UUID) and the text on the side that is looked up. */
export interface IndexedUnit {
  readonly id: string;
  readonly text: string;
  /** Only look-ups for this section find it; null is found by all. */
  readonly sectionId?: string | null;
}

export interface LookUp {
  readonly limit?: number;
  readonly least?: number;
  /** The section that is worked for; without it every section's units are found. */
  readonly sectionId?: string | null;
}

export interface Match {
  readonly id: string;
  /** Whole, 0 to 100. */
  readonly score: number;
}

/** What a search found, and how much there is of it. */
export interface Found {
  readonly total: number;
  readonly ids: readonly string[];
}

/**
 * The texts of one language in one memory, to be asked which are like another text. Misses
 * nothing: a unit is passed over only when what it cannot share with the text rules it out. Holds
 * no texts, only their words as numbers, some 200 bytes a unit.
 */
export class MemoryIndex {
  private readonly vocabulary = new Vocabulary();
  private readonly store: UnitStore;
  private readonly comparison = new Comparison(this.vocabulary);
  private readonly candidates = new Candidates();
  private readonly sections = new Map<string, number>();

  constructor(blockUnits = BLOCK_UNITS) {
    this.store = new UnitStore(this.vocabulary, blockUnits);
  }

  get size(): number {
    return this.store.size;
  }

  /** What the index takes, in bytes. */
  get bytes(): number {
    return this.store.bytes + this.vocabulary.bytes;
  }

  has(id: string): boolean {
    return this.store.has(id);
  }

  /** Adds a unit; one with the same id is replaced. */
  add({ id, text, sectionId = null }: IndexedUnit): void {
    this.store.remove(id);
    this.store.add(id, text, this.sectionNumber(sectionId));
  }

  remove(id: string): boolean {
    return this.store.remove(id);
  }

  /** The units most like the text, best first; of equal ones the newest. */
  lookUp(text: string, { limit = 5, least = 60, sectionId = null }: LookUp = {}): Match[] {
    const query = new Query(text, this.vocabulary, least);
    const section = sectionId === null ? null : (this.sections.get(sectionId) ?? -1);
    const best = new BestMatches(limit, least, (one, other) => this.store.isNewer(one, other));
    this.comparison.with(query.text);
    this.candidates.clear();
    this.store.collect(query, section, this.candidates, () => {
      this.candidates.bestFirst(
        (most) => most >= best.bound,
        (handle, shared) => {
          const score = this.comparison.score(this.store.unitOf(handle), best.bound, shared);
          if (score >= 0) best.offer(handle, score);
        },
      );
      this.candidates.clear();
      query.raise(best.bound);
    });
    return best.list().map(({ handle, score }) => ({
      id: this.store.idOf(handle),
      score: Math.floor(score + 1e-9),
    }));
  }

  /** The units that hold a phrase: whole words before parts of words, the newest first. */
  search(text: string, { limit = 20, sectionId = null }: Omit<LookUp, 'least'> = {}): Found {
    const phrase = new Phrase(text, this.vocabulary);
    if (phrase.isEmpty) return { total: 0, ids: [] };
    const section = sectionId === null ? null : (this.sections.get(sectionId) ?? -1);
    const found: { handle: number; whole: boolean }[] = [];
    this.store.holding(phrase, section, (handle, whole) => found.push({ handle, whole }));
    found.sort(
      (one, other) =>
        Number(other.whole) - Number(one.whole) ||
        (this.store.isNewer(one.handle, other.handle) ? -1 : 1),
    );
    const ids = found.slice(0, limit).map(({ handle }) => this.store.idOf(handle));
    return { total: found.length, ids };
  }

  private sectionNumber(sectionId: string | null): number {
    if (sectionId === null) return EVERY_SECTION;
    const known = this.sections.get(sectionId);
    if (known !== undefined) return known;
    const number = this.sections.size + 1;
    this.sections.set(sectionId, number);
    return number;
  }
}
