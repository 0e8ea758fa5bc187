/** So many items of one list that say the same as so many of the other. */
export interface BeadShape {
  readonly source: number;
  readonly target: number;
  /** What it costs to believe in such a bead before looking at its texts. */
  readonly prior: number;
}

/** Items from (in) to (out) of both lists. */
export interface Bead {
  readonly source: readonly [from: number, to: number];
  readonly target: readonly [from: number, to: number];
  /** How sure this bead is among all ways of aligning the lists, 0 to 1. */
  readonly certainty: number;
}

export interface Sequences {
  readonly shapes: readonly BeadShape[];
  /** How far each list has come after so many items, from 0 to 1: the way goes near the diagonal. */
  readonly sourceProgress: ArrayLike<number>;
  readonly targetProgress: ArrayLike<number>;
  /** The cost of the bead of this shape that begins there, its prior left out. */
  readonly cost: (shape: number, source: number, target: number) => number;
}

const { exp, log1p, min } = Math;
const UNREACHED = Number.POSITIVE_INFINITY;
const NO_WAY = Number.NEGATIVE_INFINITY;
const LEAST_BAND = 60;
/** Ways that cost so much more than the cheapest one of the same row are not followed. */
const BEAM = 60;
/** Cells of the table: about 100 MB. */
const MOST_CELLS = 6_000_000;

/**
 * The cheapest way through two lists in beads, with the certainty of each bead: the share that
 * its place has among all ways, weighed by their cost. Looks at a band along the diagonal, and
 * again at a wider one where the way runs along its edge; time and memory are linear in the
 * length of the lists.
 */
export function bestPath(sequences: Sequences): Bead[] {
  const [n, m] = [sequences.sourceProgress.length - 1, sequences.targetProgress.length - 1];
  if (n <= 0 && m <= 0) return [];
  const widest = Math.max(LEAST_BAND, Math.floor(MOST_CELLS / (2 * (n + 1))));
  for (let band = Math.min(widest, Math.max(LEAST_BAND, Math.ceil(m / 20))); ; band *= 3) {
    const half = Math.min(band, widest);
    const table = new Table(sequences, half);
    const last = half === widest || table.holdsAll;
    const beads = table.reachesEnd ? table.beads() : undefined;
    if (beads && (last || !table.nearEdge(beads))) return beads;
    if (last) return apart(n, m);
  }
}

/** Lists that no way joins: nothing of one says what the other says. */
function apart(n: number, m: number): Bead[] {
  const certainty = 0;
  return [
    ...Array.from({ length: n }, (_, at): Bead => ({
      source: [at, at + 1],
      target: [0, 0],
      certainty,
    })),
    ...Array.from({ length: m }, (_, at): Bead => ({
      source: [n, n],
      target: [at, at + 1],
      certainty,
    })),
  ];
}

class Table {
  readonly holdsAll: boolean;
  private readonly n: number;
  private readonly m: number;
  /** The first column of each row. */
  private readonly first: Int32Array;
  private readonly width: number;
  private readonly best: Float64Array;
  /** All ways that lead to a cell, as the logarithm of their weights' sum. */
  private readonly sum: Float64Array;
  private readonly by: Int8Array;

  constructor(
    private readonly sequences: Sequences,
    half: number,
  ) {
    const { sourceProgress, targetProgress } = sequences;
    this.n = sourceProgress.length - 1;
    this.m = targetProgress.length - 1;
    this.width = Math.min(this.m + 1, 2 * half + 1);
    this.holdsAll = this.width === this.m + 1;
    this.first = new Int32Array(this.n + 1);
    for (let row = 0, near = 0; row <= this.n; row += 1) {
      const progress = sourceProgress[row] ?? 1;
      while (near < this.m && (targetProgress[near + 1] ?? 1) <= progress) near += 1;
      this.first[row] = Math.max(0, Math.min(near - half, this.m + 1 - this.width));
    }
    this.joinRows();
    const cells = (this.n + 1) * this.width;
    this.best = new Float64Array(cells).fill(UNREACHED);
    this.sum = new Float64Array(cells).fill(NO_WAY);
    this.by = new Int8Array(cells).fill(-1);
    this.forward();
  }

  /** Where one item of the source is as long as many of the target, its rows must still touch. */
  private joinRows(): void {
    for (let row = this.n - 1; row >= 0; row -= 1) {
      const next = (this.first[row + 1] ?? 0) - this.width + 1;
      this.first[row] = Math.max(this.first[row] ?? 0, next);
    }
  }

  get reachesEnd(): boolean {
    return this.best[this.cell(this.n, this.m)] !== UNREACHED;
  }

  private forward(): void {
    const { shapes, cost } = this.sequences;
    this.best[this.cell(0, 0)] = 0;
    this.sum[this.cell(0, 0)] = 0;
    const cheapest = new Float64Array(this.n + 1).fill(UNREACHED);
    cheapest[0] = 0;
    for (let row = 0; row <= this.n; row += 1) {
      const from = this.first[row] ?? 0;
      for (let column = from; column < from + this.width; column += 1) {
        const here = this.cell(row, column);
        if (here < 0) continue;
        shapes.forEach((shape, index) => {
          const before = this.cell(row - shape.source, column - shape.target);
          if (before < 0) return;
          const last = this.best[before] ?? UNREACHED;
          if (last === UNREACHED || last > (cheapest[row - shape.source] ?? 0) + BEAM) return;
          const step = shape.prior + cost(index, row - shape.source, column - shape.target);
          if (last + step < (this.best[here] ?? UNREACHED)) {
            this.best[here] = last + step;
            this.by[here] = index;
          }
          this.sum[here] = logAdd(this.sum[here] ?? NO_WAY, (this.sum[before] ?? 0) - step);
        });
        cheapest[row] = min(cheapest[row] ?? UNREACHED, this.best[here] ?? UNREACHED);
      }
    }
  }

  /** The weights' sum of all ways that lead on from each cell to the end. */
  private backward(): Float64Array {
    const { shapes, cost } = this.sequences;
    const onward = new Float64Array(this.best.length).fill(NO_WAY);
    onward[this.cell(this.n, this.m)] = 0;
    for (let row = this.n; row >= 0; row -= 1) {
      const from = this.first[row] ?? 0;
      for (let column = from + this.width - 1; column >= from; column -= 1) {
        const here = this.cell(row, column);
        if (here < 0 || this.best[here] === UNREACHED) continue;
        shapes.forEach((shape, index) => {
          const next = this.cell(row + shape.source, column + shape.target);
          if (next < 0 || onward[next] === NO_WAY) return;
          const step = shape.prior + cost(index, row, column);
          onward[here] = logAdd(onward[here] ?? NO_WAY, (onward[next] ?? 0) - step);
        });
      }
    }
    return onward;
  }

  beads(): Bead[] {
    const { shapes, cost } = this.sequences;
    const onward = this.backward();
    const all = this.sum[this.cell(this.n, this.m)] ?? 0;
    const beads: Bead[] = [];
    for (let row = this.n, column = this.m; row > 0 || column > 0;) {
      const here = this.cell(row, column);
      const index = here < 0 ? -1 : (this.by[here] ?? -1);
      const shape = shapes[index];
      if (!shape) throw new Error('the shapes cannot build a way through these lists');
      const [source, target] = [row - shape.source, column - shape.target];
      const step = shape.prior + cost(index, source, target);
      const before = this.sum[this.cell(source, target)] ?? 0;
      const weight = before - step + (onward[here] ?? 0) - all;
      beads.push({
        source: [source, row],
        target: [target, column],
        certainty: Math.min(1, Math.exp(weight)),
      });
      [row, column] = [source, target];
    }
    return beads.reverse();
  }

  nearEdge(beads: readonly Bead[]): boolean {
    return beads.some(({ source: [, row], target: [, column] }) => {
      const from = this.first[row] ?? 0;
      const to = from + this.width - 1;
      return (from > 0 && column - from < 5) || (to < this.m && to - column < 5);
    });
  }

  private cell(row: number, column: number): number {
    if (row < 0 || column < 0 || row > this.n || column > this.m) return -1;
    const offset = column - (this.first[row] ?? 0);
    return offset < 0 || offset >= this.width ? -1 : row * this.width + offset;
  }
}

function logAdd(a: number, b: number): number {
  if (a === NO_WAY) return b;
  if (b === NO_WAY) return a;
  return a > b ? a + log1p(exp(b - a)) : b + log1p(exp(a - b));
}
