import { Comparison } from '../../libs/translation/src/match/comparison.js';
import { encode, type EncodedText } from '../../libs/translation/src/match/encoded-text.js';
import { foldText } from '../../libs/translation/src/match/folded-text.js';
import { SignDistance } from '../../libs/translation/src/match/sign-distance.js';
import { hashOf } from '../../libs/translation/src/match/signs.js';
import { UnitList } from '../../libs/translation/src/match/unit-list.js';
import { Vocabulary } from '../../libs/translation/src/match/vocabulary.js';

const LEAST = 0.6;

export interface Truth {
  /** The unit with the highest score, the newest of equal ones. */
  readonly best: { readonly id: string; readonly score: number } | null;
  /** How alike the unit is that is nearest by letters alone. */
  readonly nearest: { readonly signs: number } | null;
}

/** Every unit whose length allows it, one after the other, without any index. */
export class BruteForce {
  private readonly vocabulary = new Vocabulary();
  private readonly units = new UnitList();
  private readonly comparison = new Comparison(this.vocabulary);
  private readonly distance = new SignDistance();
  private readonly places: Map<string, number>;
  private spentMs = 0;
  private asked = 0;

  constructor(
    texts: readonly string[],
    private readonly ids: readonly string[],
  ) {
    this.places = new Map(ids.map((id, at) => [id, at]));
    const unspelt = new Uint16Array(1 << 14);
    for (const [handle, text] of texts.entries()) {
      const { words, codes, exact } = foldText(text);
      const numbers = Uint32Array.from(words, (word) => this.vocabulary.take(word));
      const weight = numbers.reduce((sum, word) => sum + this.vocabulary.weightOf(word), 0);
      this.units.push(
        {
          ids: numbers,
          count: words.length,
          numbers: 0,
          weight,
          codes,
          exactHash: hashOf(exact),
          handle,
          section: 0,
        },
        unspelt,
      );
    }
  }

  /** What a look-up by bit-parallel Levenshtein alone has taken on average. */
  get meanMs(): number {
    return this.spentMs / this.asked;
  }

  best(text: string): Truth {
    const wanted = encode(text, this.vocabulary);
    const fits = this.fitting(wanted.weight);
    const signs = new Uint16Array(1 << 14);
    const began = performance.now();
    this.distance.from(wanted.signs);
    let nearest = -1;
    for (const at of fits) {
      const length = this.spell(at, signs);
      const distance = this.distance.to(signs, length);
      nearest = Math.max(nearest, 1 - distance / Math.max(length, wanted.weight));
    }
    this.spentMs += performance.now() - began;
    this.asked += 1;

    return { best: this.bestOf(fits, wanted), nearest: nearest < 0 ? null : { signs: nearest } };
  }

  private bestOf(fits: readonly number[], wanted: EncodedText): Truth['best'] {
    this.comparison.with(wanted);
    let [id, score] = ['', LEAST * 100];
    for (const at of fits) {
      const reached = this.comparison.score(this.units.unitAt(at), score);
      const other = this.ids[at] ?? '';
      if (reached < score || (reached === score && other < id)) continue;
      [id, score] = [other, reached];
    }
    return id === '' ? null : { id, score };
  }

  /** How alike a text and a unit are by letters alone. */
  signsAlike(text: string, id: string): number {
    const wanted = encode(text, this.vocabulary);
    const signs = new Uint16Array(1 << 14);
    const length = this.spell(this.places.get(id) ?? 0, signs);
    this.distance.from(wanted.signs);
    return 1 - this.distance.to(signs, length) / Math.max(length, wanted.weight);
  }

  /** The textbook's way: two rows of numbers for each unit. */
  textbook(text: string): number {
    const wanted = encode(text, this.vocabulary);
    const signs = new Uint16Array(1 << 14);
    let nearest = 0;
    for (const at of this.fitting(wanted.weight)) {
      const length = this.spell(at, signs);
      const distance = levenshtein(wanted.signs, signs, length);
      nearest = Math.max(nearest, 1 - distance / Math.max(length, wanted.weight));
    }
    return nearest;
  }

  private fitting(weight: number): number[] {
    const fits: number[] = [];
    for (let at = 0; at < this.units.length; at += 1) {
      const other = this.units.weightAt(at);
      if (Math.min(weight, other) >= LEAST * Math.max(weight, other)) fits.push(at);
    }
    return fits;
  }

  private spell(at: number, into: Uint16Array): number {
    const { ids, count } = this.units.unitAt(at);
    let place = 0;
    for (let word = 0; word < count; word += 1) {
      place = this.vocabulary.write(ids[word] ?? 0, into, place);
    }
    return place;
  }
}

function levenshtein(one: Uint16Array, other: Uint16Array, length: number): number {
  let above = Uint16Array.from({ length: length + 1 }, (_, at) => at);
  let row = new Uint16Array(length + 1);
  for (let line = 0; line < one.length; line += 1) {
    row[0] = line + 1;
    for (let at = 0; at < length; at += 1) {
      const change = (above[at] ?? 0) + (one[line] === other[at] ? 0 : 1);
      const less = Math.min((above[at + 1] ?? 0) + 1, (row[at] ?? 0) + 1);
      row[at + 1] = Math.min(change, less);
    }
    [above, row] = [row, above];
  }
  return above[length] ?? 0;
}
