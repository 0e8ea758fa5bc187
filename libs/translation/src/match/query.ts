import { encode, type EncodedText } from './encoded-text.js';
import { leastShared, likeness } from './scoring.js';
import { SignCounts } from './sign-counts.js';
import { NUMBER, type Vocabulary } from './vocabulary.js';

/** A word of the text that is looked up, as far as the memory knows it. */
export interface SoughtWord {
  readonly id: number;
  readonly weight: number;
  readonly times: number;
}

/** What part of the least shared weight may be left to words too common to be looked for. */
const LEFT_TO_COMMON = 0.5;

/**
 * A text made ready to be looked up: how much a unit must share with it to reach a score, and
 * which words to look for. A unit that shares enough holds some of the words that are sought,
 * since those that are not weigh less together than what must be shared.
 */
export class Query {
  readonly text: EncodedText;
  private readonly counts: SignCounts;
  /** Every word that the memory holds, the most common first. */
  readonly words: readonly SoughtWord[];
  /** Weights that a unit may have. */
  lightest: number;
  heaviest: number;
  /** The weight that `needs` begins with. */
  private readonly first: number;
  private least = -1;
  private skipped = 0;
  private skippedWeight = 0;
  private readonly needs: Int32Array;

  constructor(codeText: string, vocabulary: Vocabulary, least: number) {
    this.text = encode(codeText, vocabulary);
    this.counts = new SignCounts(this.text.signs);
    this.words = wordsOf(this.text).sort(
      (one, other) => vocabulary.frequencyOf(other.id) - vocabulary.frequencyOf(one.id),
    );
    const { weight } = this.text;
    const fits = (other: number): boolean =>
      leastSharedOf(least, weight, other) <= Math.min(weight, other);
    let [lightest, heaviest] = [weight, weight];
    while (lightest > 0 && fits(lightest - 1)) lightest -= 1;
    while (heaviest <= 3 * weight + 1 && fits(heaviest + 1)) heaviest += 1;
    [this.first, this.lightest, this.heaviest] = [lightest, lightest, heaviest];
    this.needs = new Int32Array(heaviest - lightest + 1);
    this.raise(least);
  }

  /** From now on only units that may reach `least` are wanted. */
  raise(least: number): void {
    if (least <= this.least) return;
    this.least = least;
    const { weight } = this.text;
    for (let other = this.lightest; other <= this.heaviest; other += 1) {
      this.needs[other - this.first] = Math.max(0, leastSharedOf(least, weight, other));
    }
    while (this.lightest < weight && this.need(this.lightest) > this.lightest) this.lightest += 1;
    while (this.heaviest > weight && this.need(this.heaviest) > weight) this.heaviest -= 1;
    const mostUnsought = leastShared(least, weight, weight) * LEFT_TO_COMMON;
    for (;;) {
      const word = this.words[this.skipped];
      if (!word || this.skippedWeight + word.weight * word.times > mostUnsought) return;
      this.skippedWeight += word.weight * word.times;
      this.skipped += 1;
    }
  }

  /** The place of the first word whose list is read: those before it are the most common. */
  get firstSought(): number {
    return this.skipped;
  }

  /** What the words that are not sought weigh together. */
  get unsought(): number {
    return this.skippedWeight;
  }

  get leastScore(): number {
    return this.least;
  }

  /** The least weight that a unit of this weight must share. */
  need(weight: number): number {
    return this.needs[weight - this.first] ?? Number.MAX_SAFE_INTEGER;
  }

  /** The most that a unit of this weight and these counts can score that shares so much. */
  most(weight: number, shared: number, counts: Uint8Array, offset: number): number {
    const longer = Math.max(weight, this.text.weight);
    const shorter = Math.min(weight, this.text.weight);
    const apart = Math.max(longer - shorter, this.counts.apart(counts, offset));
    return likeness(longer, longer - Math.min(shared, shorter), apart);
  }
}

const leastSharedOf = (least: number, one: number, other: number): number =>
  one < other ? leastShared(least, one, other) : leastShared(least, other, one);

function wordsOf(text: EncodedText): SoughtWord[] {
  const words = new Map<number, { id: number; weight: number; times: number }>();
  for (let at = 0; at < text.count; at += 1) {
    const id = text.words[at] ?? -1;
    if (id < NUMBER) continue;
    const word = words.get(id);
    if (word) word.times += 1;
    else words.set(id, { id, weight: text.weights[at] ?? 0, times: 1 });
  }
  return [...words.values()];
}
