import type { Language } from '@desk/languages';
import type { SegmentKind } from '../segments/index.js';
import type { AnchorReader } from './anchors.js';
import { type Bead, type BeadShape, bestPath } from './best-path.js';
import { comparableLength, lengthCost } from './lengths.js';
import { Likeness } from './likeness.js';

/** A text of one side; texts of kinds that differ seldom say the same. */
export interface Item {
  readonly text: string;
  readonly kind: SegmentKind;
}

export interface Side {
  readonly items: readonly Item[];
  readonly language: Language;
}

/**
 * Beads as they turn up in translated news and laws, as negative logarithms of their shares. What
 * newsrooms publish leaves sentences out more often than faithful translations do.
 */
export const sentenceShapes: readonly BeadShape[] = [
  { source: 1, target: 1, prior: 0.08 },
  { source: 1, target: 2, prior: 3.5 },
  { source: 2, target: 1, prior: 3.5 },
  { source: 2, target: 2, prior: 6 },
  { source: 1, target: 3, prior: 5.5 },
  { source: 3, target: 1, prior: 5.5 },
  { source: 1, target: 0, prior: 3 },
  { source: 0, target: 1, prior: 3 },
];

const OTHER_KIND = 2.5;
const HEADING_OR_NOT = 5;
/** What speaks for a pair of which nothing is known but that it stands at its place. */
const PLAIN = 3;
/** What each further sentence in a pair takes from it. */
const MERGED = 0.7;
/** A document may be wordier than news are, within reason. */
const WORDINESS = { prior: 800, most: 1.5 };

/** Items that belong together, as far as their own texts tell: 0 to 1. */
export interface WeighedBead extends Bead {
  readonly fit: number;
}

/** What belongs together in two lists of texts that say the same in the same order. */
export function alignTexts(
  source: Side,
  target: Side,
  shapes: readonly BeadShape[],
  anchorsOf: AnchorReader,
): WeighedBead[] {
  const likeness = new Likeness(
    source.items.map((item) => anchorsOf(item.text, source.language)),
    target.items.map((item) => anchorsOf(item.text, target.language)),
  );
  const [from, to] = fitted(lengthsOf(source), lengthsOf(target));
  const [fromUpTo, toUpTo] = [upTo(from), upTo(to)];

  const letters = (bead: Span) =>
    [
      (fromUpTo[bead.rowEnd] ?? 0) - (fromUpTo[bead.row] ?? 0),
      (toUpTo[bead.columnEnd] ?? 0) - (toUpTo[bead.column] ?? 0),
    ] as const;
  const costOf = (bead: Span): number => {
    if (bead.row === bead.rowEnd || bead.column === bead.columnEnd) return 0;
    const [ours, theirs] = letters(bead);
    let sum = lengthCost(ours, theirs) - gainOf(likeness, bead);
    for (let at = bead.row; at < bead.rowEnd; at += 1) {
      sum += likeness.loss('source', at);
      for (let other = bead.column; other < bead.columnEnd; other += 1) {
        sum += kindCost(source.items[at], target.items[other]);
      }
    }
    for (let other = bead.column; other < bead.columnEnd; other += 1) {
      sum += likeness.loss('target', other);
    }
    return sum;
  };
  const cost = (index: number, row: number, column: number): number => {
    const shape = shapes[index];
    if (!shape) return Infinity;
    return costOf({ row, rowEnd: row + shape.source, column, columnEnd: column + shape.target });
  };
  const beads = bestPath({
    shapes,
    sourceProgress: shares(fromUpTo),
    targetProgress: shares(toUpTo),
    cost,
  });
  return beads.map((bead) => {
    const [[row, rowEnd], [column, columnEnd]] = [bead.source, bead.target];
    const more = MERGED * Math.max(0, rowEnd - row + columnEnd - column - 2);
    return { ...bead, fit: logistic(PLAIN - more - costOf({ row, rowEnd, column, columnEnd })) };
  });
}

/** Rows are items of the source, columns of the target, ends not among them. */
interface Span {
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** Two with two count straight or crosswise: a name that all four have would count four times. */
function gainOf(likeness: Likeness, { row, rowEnd, column, columnEnd }: Span): number {
  if (rowEnd - row === 2 && columnEnd - column === 2) {
    return Math.max(
      likeness.gain(row, column) + likeness.gain(row + 1, column + 1),
      likeness.gain(row, column + 1) + likeness.gain(row + 1, column),
    );
  }
  let gain = 0;
  for (let at = row; at < rowEnd; at += 1) {
    for (let other = column; other < columnEnd; other += 1) gain += likeness.gain(at, other);
  }
  return gain;
}

function kindCost(one: Item | undefined, other: Item | undefined): number {
  if (one === undefined || other === undefined || one.kind === other.kind) return 0;
  const headings = [one, other].filter(({ kind }) => kind === 'heading' || kind === 'title');
  return headings.length === 1 ? HEADING_OR_NOT : headings.length === 2 ? 0.5 : OTHER_KIND;
}

const lengthsOf = ({ items, language }: Side): number[] =>
  items.map(({ text }) => comparableLength(text, language));

/** Lengths of both sides on the scale of this document, as far as it is long enough to tell. */
function fitted(from: readonly number[], to: readonly number[]): [number[], number[]] {
  const [source, target] = [total(from), total(to)];
  const ratio = (target + WORDINESS.prior) / (source + WORDINESS.prior);
  const scale = Math.sqrt(Math.min(WORDINESS.most, Math.max(1 / WORDINESS.most, ratio)));
  return [from.map((length) => length * scale), to.map((length) => length / scale)];
}

const total = (lengths: readonly number[]): number => lengths.reduce((sum, one) => sum + one, 0);

function upTo(lengths: readonly number[]): Float64Array {
  const sums = new Float64Array(lengths.length + 1);
  lengths.forEach((length, at) => (sums[at + 1] = (sums[at] ?? 0) + length));
  return sums;
}

function shares(sums: Float64Array): Float64Array {
  const all = sums.at(-1) ?? 0;
  return sums.map((sum, at) => (all === 0 ? at / Math.max(1, sums.length - 1) : sum / all));
}
