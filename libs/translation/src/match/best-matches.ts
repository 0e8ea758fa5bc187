/** A unit that was found, by its handle, and its score. */
export interface Found {
  readonly handle: number;
  readonly score: number;
}

/** The best few units; of equal ones those that `isBetter` names, so that two workers agree. */
export class BestMatches {
  private readonly found: Found[] = [];

  constructor(
    private readonly limit: number,
    private readonly least: number,
    private readonly isBetter: (handle: number, other: number) => boolean,
  ) {}

  /** What a unit must reach to be among them. */
  get bound(): number {
    const last = this.found[this.limit - 1];
    return last ? last.score : this.least;
  }

  offer(handle: number, score: number): void {
    let at = this.found.length;
    while (at > 0) {
      const before = this.found[at - 1];
      if (!before || before.score > score) break;
      if (before.score === score && !this.isBetter(handle, before.handle)) break;
      at -= 1;
    }
    if (at >= this.limit) return;
    this.found.splice(at, 0, { handle, score });
    if (this.found.length > this.limit) this.found.pop();
  }

  list(): readonly Found[] {
    return this.found;
  }
}
