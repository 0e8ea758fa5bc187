import type { LaidOpen } from './comparison.js';
import { foldText, isNumber } from './folded-text.js';
import { signsOf } from './signs.js';
import { NUMBER, type Vocabulary } from './vocabulary.js';

/** Bits of a signature, in four numbers of 32. */
export const SIGNATURE_PARTS = 4;

/** Notes which pairs of neighbouring signs stand in a text; a phrase's are among its text's. */
export function writeSignature(
  signs: ArrayLike<number>,
  length: number,
  into: Uint32Array,
  offset = 0,
): void {
  for (let at = 0; at + 1 < length; at += 1) {
    const pair = Math.imul((signs[at] ?? 0) * 31 + (signs[at + 1] ?? 0), 0x9e3779b1) >>> 25;
    const part = offset + (pair >>> 5);
    into[part] = (into[part] ?? 0) | (1 << (pair & 31));
  }
}

/** A phrase to be found in units, wherever ICU would cut its words. */
export class Phrase {
  private readonly signs: readonly number[];
  readonly signature = new Uint32Array(SIGNATURE_PARTS);
  private spelt = new Uint16Array(1 << 12);

  constructor(
    text: string,
    private readonly vocabulary: Vocabulary,
  ) {
    this.signs = foldText(text).words.flatMap((word) =>
      isNumber(word) ? vocabulary.numberSigns : signsOf(word),
    );
    writeSignature(this.signs, this.signs.length, this.signature);
  }

  get isEmpty(): boolean {
    return this.signs.length === 0;
  }

  /** 2: it stands there in whole words; 1: as a part of some; 0: it does not. */
  standsIn({ ids, count, weight }: LaidOpen): 0 | 1 | 2 {
    if (this.spelt.length < weight) this.spelt = new Uint16Array(weight * 2);
    const { spelt, signs, vocabulary } = this;
    const ends = new Set<number>([0]);
    let length = 0;
    for (let word = 0; word < count; word += 1) {
      length = vocabulary.write(ids[word] ?? NUMBER, spelt, length);
      ends.add(length);
    }
    let found: 0 | 1 = 0;
    for (let at = 0; at + signs.length <= length; at += 1) {
      let step = 0;
      while (step < signs.length && spelt[at + step] === signs[step]) step += 1;
      if (step < signs.length) continue;
      if (ends.has(at) && ends.has(at + step)) return 2;
      found = 1;
    }
    return found;
  }
}

/** Whether a text holds a phrase, numbers being what they are. */
export const holdsPhrase = (text: string, phrase: string): boolean =>
  foldText(text).words.join('').includes(foldText(phrase).words.join(''));
