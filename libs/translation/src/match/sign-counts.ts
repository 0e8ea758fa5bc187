/** Bytes of a unit's counts: signs are counted in 32 classes, each up to 15. */
export const COUNT_BYTES = 16;
const CLASSES = 32;
const MOST = 15;

const classOf = (sign: number): number => Math.imul(sign, 0x9e3779b1) >>> 27;

/** How many signs of each class stand in a text, two classes to a byte. */
export function writeCounts(
  signs: ArrayLike<number>,
  length: number,
  into: Uint8Array,
  offset = 0,
): void {
  for (let at = 0; at < length; at += 1) {
    const kind = classOf(signs[at] ?? 0);
    const place = offset + (kind >>> 1);
    const shift = (kind & 1) << 2;
    const byte = into[place] ?? 0;
    if (((byte >>> shift) & MOST) < MOST) into[place] = byte + (1 << shift);
  }
}

/** A text's counts, to be held against those of many units. */
export class SignCounts {
  private readonly counts = new Uint8Array(CLASSES);

  constructor(signs: Uint16Array) {
    const bytes = new Uint8Array(COUNT_BYTES);
    writeCounts(signs, signs.length, bytes);
    bytes.forEach((byte, place) => {
      this.counts[place * 2] = byte & MOST;
      this.counts[place * 2 + 1] = byte >>> 4;
    });
  }

  /** A number of signs by which the texts differ at least. */
  apart(units: Uint8Array, offset: number): number {
    let [more, less] = [0, 0];
    for (let place = 0; place < COUNT_BYTES; place += 1) {
      const byte = units[offset + place] ?? 0;
      const low = (this.counts[place * 2] ?? 0) - (byte & MOST);
      const high = (this.counts[place * 2 + 1] ?? 0) - (byte >>> 4);
      if (low > 0) more += low;
      else less -= low;
      if (high > 0) more += high;
      else less -= high;
    }
    return more > less ? more : less;
  }
}
