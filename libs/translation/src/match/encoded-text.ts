import { foldText, isNumber } from './folded-text.js';
import { hashOf, signsOf } from './signs.js';
import { NUMBER, type Vocabulary } from './vocabulary.js';
import type { WeighedWords } from './word-distance.js';

/** A text that is looked up, as the distances read it. */
export interface EncodedText extends WeighedWords {
  /** Its signs without spaces and punctuation; as many as its words weigh. */
  readonly signs: Uint16Array;
  readonly weight: number;
  /** Its numbers, sorted: those that the memory holds by their ids, others below zero. */
  readonly numbers: Int32Array;
  readonly codes: number;
  readonly exactHash: number;
}

/** Encodes a text without teaching the vocabulary: words that it lacks get numbers below zero. */
export function encode(text: string, vocabulary: Vocabulary): EncodedText {
  const folded = foldText(text);
  const count = folded.words.length;
  const words = new Int32Array(count);
  const weights = new Uint16Array(count);
  const signs: number[] = [];
  const numbers: number[] = [];
  const strangers = new Map<string, number>();
  folded.words.forEach((word, at) => {
    let id = vocabulary.find(word);
    if (id < 0) {
      id = strangers.get(word) ?? -1 - strangers.size;
      strangers.set(word, id);
    }
    const before = signs.length;
    if (isNumber(word)) {
      numbers.push(id);
      words[at] = NUMBER;
      signs.push(...vocabulary.numberSigns);
    } else {
      words[at] = id;
      signs.push(...signsOf(word));
    }
    weights[at] = signs.length - before;
  });
  return {
    words,
    weights,
    count,
    signs: Uint16Array.from(signs),
    weight: signs.length,
    numbers: Int32Array.from(numbers).sort(),
    codes: folded.codes,
    exactHash: hashOf(folded.exact),
  };
}
