import { grown } from './growing.js';

/** Bounds are told in steps, rounded up. */
const LAST_STEP = 255;

/** Units that may be good enough, each with the most that it can reach; given back best first. */
export class Candidates {
  private handles = new Uint32Array(1 << 12);
  private ranks = new Uint16Array(1 << 12);
  private shares = new Uint16Array(1 << 12);
  private order = new Uint32Array(1 << 12);
  private readonly places = new Uint32Array(LAST_STEP + 2);
  private length = 0;

  /** `most` is a score that the unit cannot exceed, `shared` what the words weigh that it shares. */
  add(handle: number, most: number, shared: number): void {
    const at = this.length;
    if (at === this.handles.length) {
      this.handles = grown(this.handles, at + 1);
      this.ranks = grown(this.ranks, at + 1);
      this.shares = grown(this.shares, at + 1);
    }
    this.shares[at] = shared;
    this.handles[at] = handle;
    this.ranks[at] = Math.min(LAST_STEP, Math.ceil((most * LAST_STEP) / 100));
    this.length += 1;
  }

  /** Tells each unit, those with the highest bound first, until `wanted` says no to a bound. */
  bestFirst(
    wanted: (most: number) => boolean,
    tell: (handle: number, shared: number) => void,
  ): void {
    const { ranks, order } = this.sorted();
    for (let place = 0; place < this.length; place += 1) {
      const at = order[place] ?? 0;
      if (!wanted(((ranks[at] ?? 0) * 100) / LAST_STEP)) return;
      tell(this.handles[at] ?? 0, this.shares[at] ?? 0);
    }
  }

  clear(): void {
    this.length = 0;
  }

  /** Sorts by counting how many there are of each rank. */
  private sorted(): { ranks: Uint16Array; order: Uint32Array } {
    const { ranks, places } = this;
    this.order = grown(this.order, this.length);
    places.fill(0);
    for (let at = 0; at < this.length; at += 1) {
      const place = LAST_STEP - (ranks[at] ?? 0) + 1;
      places[place] = (places[place] ?? 0) + 1;
    }
    for (let step = 1; step <= LAST_STEP; step += 1) {
      places[step] = (places[step] ?? 0) + (places[step - 1] ?? 0);
    }
    for (let at = 0; at < this.length; at += 1) {
      const step = LAST_STEP - (ranks[at] ?? 0);
      this.order[places[step] ?? 0] = at;
      places[step] = (places[step] ?? 0) + 1;
    }
    return { ranks, order: this.order };
  }
}
