import { isNumber } from './folded-text.js';
import { grown } from './growing.js';
import { signsOf } from './signs.js';

/** All numbers are one word to the distances; which number it is costs a little elsewhere. */
export const NUMBER = 0;
const NUMBER_SIGNS: readonly number[] = [0x23, 0x23];

/** The words of a memory as numbers, with their signs and their weight, the number of signs. */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private signs = new Uint16Array(1 << 16);
  private starts = new Uint32Array(1 << 12);
  private numeric = new Uint8Array(1 << 12);
  private frequencies = new Uint32Array(1 << 12);
  private count = 0;
  readonly numberSigns = NUMBER_SIGNS;

  constructor() {
    this.append(NUMBER_SIGNS, false);
  }

  get size(): number {
    return this.count;
  }

  get bytes(): number {
    const arrays = [this.signs, this.starts, this.numeric, this.frequencies];
    const words = [...this.ids.keys()].reduce((sum, word) => sum + 72 + word.length * 2, 0);
    return arrays.reduce((sum, array) => sum + array.byteLength, words);
  }

  /** The word's id, or -1 when the memory does not hold it. */
  find(word: string): number {
    return this.ids.get(word) ?? -1;
  }

  take(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const number = isNumber(word);
    const id = this.append(number ? NUMBER_SIGNS : signsOf(word), number);
    this.ids.set(word, id);
    return id;
  }

  /** What the distances take the word for: itself, or a number. */
  classOf(id: number): number {
    return this.numeric[id] === 1 ? NUMBER : id;
  }

  isNumber(id: number): boolean {
    return this.numeric[id] === 1;
  }

  weightOf(id: number): number {
    return (this.starts[id + 1] ?? 0) - (this.starts[id] ?? 0);
  }

  /** Writes the word's signs; gives the place after them. */
  write(id: number, into: Uint16Array, at: number): number {
    const end = this.starts[id + 1] ?? 0;
    let place = at;
    for (let from = this.starts[id] ?? 0; from < end; from += 1) {
      into[place] = this.signs[from] ?? 0;
      place += 1;
    }
    return place;
  }

  /** In how many units, roughly, the word or any number stands. */
  frequencyOf(id: number): number {
    return this.frequencies[id] ?? 0;
  }

  counted(id: number, by: 1 | -1): void {
    const frequency = (this.frequencies[id] ?? 0) + by;
    this.frequencies[id] = Math.max(0, frequency);
  }

  private append(signs: readonly number[], number: boolean): number {
    const id = this.count;
    const start = this.starts[id] ?? 0;
    this.signs = grown(this.signs, start + signs.length);
    this.signs.set(signs, start);
    this.starts = grown(this.starts, id + 2);
    this.starts[id + 1] = start + signs.length;
    this.numeric = grown(this.numeric, id + 1);
    this.numeric[id] = number ? 1 : 0;
    this.frequencies = grown(this.frequencies, id + 1);
    this.count += 1;
    return id;
  }
}
