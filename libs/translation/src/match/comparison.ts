import type { EncodedText } from './encoded-text.js';
import { affordableWords, likeness, scoreOf } from './scoring.js';
import { SignDistance } from './sign-distance.js';
import type { Vocabulary } from './vocabulary.js';
import { WordDistance } from './word-distance.js';

/** A unit of the memory as it is laid open for a comparison. */
export interface LaidOpen {
  /** Ids of its words as they are in the vocabulary, numbers among them. */
  readonly ids: Uint32Array;
  readonly count: number;
  readonly weight: number;
  readonly codes: number;
  readonly exactHash: number;
}

/** Compares one text with many units, cheapest bounds first. Its arrays are used again and again. */
export class Comparison {
  private readonly wordDistance = new WordDistance();
  private readonly signDistance = new SignDistance();
  /** How often each sign stands in the text, less what a unit has used. */
  private readonly signsLeft = new Int32Array(0x10000);
  private unit = { words: new Int32Array(512), weights: new Uint16Array(512), count: 0 };
  private unitSigns = new Uint16Array(2_048);
  private unitNumbers = new Int32Array(64);
  private text: EncodedText | null = null;

  constructor(private readonly vocabulary: Vocabulary) {}

  /** The text that the following units are compared with. */
  with(text: EncodedText): void {
    for (const sign of this.text?.signs ?? []) this.signsLeft[sign] = 0;
    for (const sign of text.signs) this.signsLeft[sign] = (this.signsLeft[sign] ?? 0) + 1;
    this.text = text;
    this.signDistance.from(text.signs);
  }

  /** The score of the unit, or -1 when it is less than `least`. */
  score(unit: LaidOpen, least: number, shared = 0): number {
    const { text } = this;
    if (text === null) return -1;
    const longer = Math.max(text.weight, unit.weight);
    if (longer === 0) return text.exactHash === unit.exactHash ? 100 : -1;
    const numbers = this.layOpen(unit);
    const signs = this.signsApart(unit.weight, text.signs);
    if (shared > 0 && likeness(longer, longer - shared, signs) < least) return -1;
    const most = affordableWords(least, longer, signs) + 1;
    const words = this.wordDistance.between(text, this.unit, most);
    if (likeness(longer, words, signs) < least) return -1;
    const distance = words === 0 ? 0 : this.signDistance.to(this.unitSigns, unit.weight);
    const score = scoreOf(likeness(longer, words, distance), {
      exact: text.exactHash === unit.exactHash,
      numbers: unlike(text.numbers, this.unitNumbers, numbers),
      codes: Math.abs(text.codes - unit.codes),
    });
    return score < least ? -1 : score;
  }

  /** Spells the unit out; gives how many numbers it has. */
  private layOpen({ ids, count, weight }: LaidOpen): number {
    const { vocabulary } = this;
    if (this.unit.words.length < count) {
      const [words, weights] = [new Int32Array(count * 2), new Uint16Array(count * 2)];
      this.unit = { words, weights, count };
      this.unitNumbers = new Int32Array(count * 2);
    }
    if (this.unitSigns.length < weight) this.unitSigns = new Uint16Array(weight * 2);
    const { words, weights } = this.unit;
    this.unit.count = count;
    let [place, numbers] = [0, 0];
    for (let at = 0; at < count; at += 1) {
      const id = ids[at] ?? 0;
      const end = vocabulary.write(id, this.unitSigns, place);
      weights[at] = end - place;
      place = end;
      words[at] = vocabulary.classOf(id);
      if (!vocabulary.isNumber(id)) continue;
      this.unitNumbers[numbers] = id;
      numbers += 1;
    }
    return numbers;
  }

  /** How many signs of the longer text have no equal in the other: no less than the distance. */
  private signsApart(weight: number, textSigns: Uint16Array): number {
    const { signsLeft, unitSigns } = this;
    let shared = 0;
    for (let at = 0; at < weight; at += 1) {
      const sign = unitSigns[at] ?? 0;
      const left = signsLeft[sign] ?? 0;
      signsLeft[sign] = left - 1;
      if (left > 0) shared += 1;
    }
    for (let at = 0; at < weight; at += 1) {
      const sign = unitSigns[at] ?? 0;
      signsLeft[sign] = (signsLeft[sign] ?? 0) + 1;
    }
    return Math.max(weight, textSigns.length) - shared;
  }
}

/** Numbers of the longer list without an equal in the other. `one` is sorted. */
function unlike(one: Int32Array, other: Int32Array, count: number): number {
  if (one.length === 0 || count === 0) return Math.max(one.length, count);
  const sorted = other.subarray(0, count).sort();
  let [shared, left, right] = [0, 0, 0];
  while (left < one.length && right < count) {
    const difference = (one[left] ?? 0) - (sorted[right] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return Math.max(one.length, count) - shared;
}
