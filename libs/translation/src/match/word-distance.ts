/** A text's words as numbers and what each weighs. */
export interface WeighedWords {
  readonly words: Int32Array;
  readonly weights: Uint16Array;
  /** How many of the array's places are used. */
  readonly count: number;
}

/**
 * The edit distance over whole words: a word more or less costs its weight, another in its
 * place the heavier one's. Ends early with any number above `most`.
 */
export class WordDistance {
  private row = new Int32Array(256);

  between(one: WeighedWords, other: WeighedWords, most = Number.MAX_SAFE_INTEGER): number {
    let from = 0;
    let oneEnd = one.count;
    let otherEnd = other.count;
    while (from < oneEnd && from < otherEnd && one.words[from] === other.words[from]) from += 1;
    while (
      oneEnd > from &&
      otherEnd > from &&
      one.words[oneEnd - 1] === other.words[otherEnd - 1]
    ) {
      oneEnd -= 1;
      otherEnd -= 1;
    }
    return this.rest(one, other, from, oneEnd, otherEnd, most);
  }

  private rest(
    one: WeighedWords,
    other: WeighedWords,
    from: number,
    oneEnd: number,
    otherEnd: number,
    most: number,
  ): number {
    const width = otherEnd - from;
    if (this.row.length <= width) this.row = new Int32Array(width * 2);
    const { row } = this;
    const words = other.words.subarray(from, otherEnd);
    const weights = other.weights.subarray(from, otherEnd);
    row[0] = 0;
    for (let at = 0; at < width; at += 1) row[at + 1] = (row[at] ?? 0) + (weights[at] ?? 0);
    for (let line = from; line < oneEnd; line += 1) {
      const word = one.words[line] ?? 0;
      const weight = one.weights[line] ?? 0;
      let corner: number = row[0] ?? 0;
      let left: number = corner + weight;
      let least = left;
      row[0] = left;
      for (let at = 0; at < width; at += 1) {
        const above = row[at + 1] ?? 0;
        const otherWeight = weights[at] ?? 0;
        const heavier = weight > otherWeight ? weight : otherWeight;
        let cheapest = words[at] === word ? corner : corner + heavier;
        const without = above + weight;
        if (without < cheapest) cheapest = without;
        const withOther = left + otherWeight;
        if (withOther < cheapest) cheapest = withOther;
        corner = above;
        left = cheapest;
        row[at + 1] = cheapest;
        if (cheapest < least) least = cheapest;
      }
      if (least > most) return least;
    }
    return row[width] ?? 0;
  }
}
