/**
 * Levenshtein's distance from one text to many, counted in whole columns of bits (Myers 1999,
 * Hyyrö 2003): 32 signs of the text at each step.
 */
export class SignDistance {
  /** For each sign its row in `places`, 0 for signs that the text does not hold. */
  private readonly rowOf = new Uint16Array(0x10000);
  private places = new Int32Array(0);
  private text: Uint16Array = new Uint16Array(0);
  private blocks = 0;
  private carried = new Int8Array(512);
  private rows = new Uint16Array(512);

  /** The text that the following distances are measured from. */
  from(text: Uint16Array): void {
    for (const sign of this.text) this.rowOf[sign] = 0;
    this.text = text;
    this.blocks = Math.ceil(text.length / 32);
    let rows = 1;
    for (const sign of text) {
      if (this.rowOf[sign] !== 0) continue;
      this.rowOf[sign] = rows;
      rows += 1;
    }
    this.places = new Int32Array(rows * this.blocks);
    text.forEach((sign, at) => {
      const place = (at >>> 5) * rows + (this.rowOf[sign] ?? 0);
      this.places[place] = (this.places[place] ?? 0) | (1 << (at & 31));
    });
  }

  /** The distance to the first `length` signs of another text. */
  to(other: Uint16Array, length: number): number {
    if (this.blocks === 0) return length;
    if (this.carried.length < length) {
      this.carried = new Int8Array(length * 2);
      this.rows = new Uint16Array(length * 2);
    }
    const { carried, rows, rowOf } = this;
    for (let at = 0; at < length; at += 1) {
      rows[at] = rowOf[other[at] ?? 0] ?? 0;
      carried[at] = 1;
    }
    const stride = this.places.length / this.blocks;
    for (let block = 0; block < this.blocks - 1; block += 1) {
      this.column(block * stride, length, 31);
    }
    const lastBit = (this.text.length - 1) & 31;
    this.column((this.blocks - 1) * stride, length, lastBit);
    let distance = this.text.length;
    for (let at = 0; at < length; at += 1) distance += carried[at] ?? 0;
    return distance;
  }

  /** One block of 32 rows over all columns; `carried` brings in and takes out the differences. */
  private column(offset: number, length: number, lastBit: number): void {
    const { carried, rows, places } = this;
    let up = -1;
    let down = 0;
    for (let at = 0; at < length; at += 1) {
      const carry = carried[at] ?? 0;
      const less = carry < 0 ? 1 : 0;
      const more = carry > 0 ? 1 : 0;
      let equal = places[offset + (rows[at] ?? 0)] ?? 0;
      const vertical = equal | down;
      equal |= less;
      const level = ((((equal & up) + up) | 0) ^ up) | equal;
      let plus = down | ~(level | up);
      let minus = up & level;
      carried[at] = ((plus >>> lastBit) & 1) - ((minus >>> lastBit) & 1);
      plus = (plus << 1) | more;
      minus = (minus << 1) | less;
      up = minus | ~(vertical | plus);
      down = plus & vertical;
    }
  }
}
