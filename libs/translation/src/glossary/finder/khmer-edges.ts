import { clusterKey, KHMER_CLUSTER, LONG_KHMER } from './khmer-cluster.js';
import { KHMER_NEIGHBOURS } from './khmer-neighbours.js';
import type { Token } from './tokens.js';

/** ICU's time grows faster than the text, so a run is asked about by pieces, with what is around. */
const PIECE = 200;
const AROUND = 30;

const keysOf = (words: Iterable<string>): ReadonlySet<string> =>
  new Set(
    [...words].map((word) =>
      word.replace(new RegExp(KHMER_CLUSTER.source, 'g'), (cluster) => clusterKey(cluster)),
    ),
  );

const neighbours = keysOf(KHMER_NEIGHBOURS);
/** What ICU takes for one word with a name that stands beside it. */
const joined = keysOf(['ជាតិ', 'ជនជាតិ', 'ប្រទេស', 'ភាសា']);

const segmenter = new Intl.Segmenter('km', { granularity: 'word' });

/** A piece of a run of Khmer without spaces; words are given by the tokens with which they begin. */
interface Piece {
  /** The first token and the last of the piece with what is around it. */
  readonly first: number;
  readonly last: number;
  readonly begins: readonly number[];
}

/**
 * Whether a hit begins and ends where Khmer words do. ICU's dictionary is evidence, no proof: it
 * cuts names that it does not know to pieces, so beside a piece the edge is believed only if a
 * word that often stands there, or a long one, is the neighbour.
 */
export function khmerEdges(tokens: readonly Token[]): (from: number, to: number) => boolean {
  const pieces = new Pieces(tokens);
  return (from, to) => {
    const clusters = tokens.slice(from, to);
    if (clusters[0]?.kind !== 'khmer' && clusters.at(-1)?.kind !== 'khmer') return true;
    const left = pieces.at(from);
    const right = pieces.at(to - 1);
    if (clusters.filter((token) => token.kind === 'khmer').length >= LONG_KHMER) {
      return !isWithinWord(tokens, left, from, to);
    }
    const known = !left.begins.some((begin) => begin > from && begin < to);
    const enough = known ? 2 : 3;
    return (
      isClean(tokens, neighbourBefore(tokens, left, from), enough) &&
      isClean(tokens, neighbourAfter(tokens, right, to), enough)
    );
  };
}

/** What touches the hit: a whole word by ICU, or the rest of the word that goes into the hit. */
interface Neighbour {
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

function isClean(
  tokens: readonly Token[],
  neighbour: Neighbour | undefined,
  enough: number,
): boolean {
  if (neighbour === undefined) return true;
  const { from, to, whole } = neighbour;
  const word = tokens
    .slice(from, to)
    .map((token) => token.key)
    .join('');
  return whole ? neighbours.has(word) || to - from >= enough : joined.has(word);
}

/** Whether the dictionary has a longer word in which the whole hit stands: ព័ត៌មាន in សារព័ត៌មាន. */
function isWithinWord(tokens: readonly Token[], piece: Piece, from: number, to: number): boolean {
  if (piece.begins.some((begin) => begin > from && begin < to)) return false;
  const before = neighbourBefore(tokens, piece, from);
  const after = neighbourAfter(tokens, piece, to);
  return [before, after].some((side) => side?.whole === false && !isClean(tokens, side, 0));
}

function neighbourBefore(tokens: readonly Token[], run: Piece, at: number): Neighbour | undefined {
  if (at === run.first || tokens[at]?.marked === true) return undefined;
  const begin = run.begins.findLast((one) => one < at) ?? run.first;
  return { from: begin, to: at, whole: run.begins.includes(at) };
}

function neighbourAfter(tokens: readonly Token[], run: Piece, at: number): Neighbour | undefined {
  if (at > run.last || tokens[at]?.marked === true) return undefined;
  const end = run.begins.find((one) => one > at) ?? run.last + 1;
  return { from: at, to: end, whole: run.begins.includes(at) };
}

/** The pieces of a text's Khmer runs, each segmented when it is first asked for. */
class Pieces {
  private readonly known = new Map<number, Piece>();
  /** For each token the first token of its run; made at the first question. */
  private firsts: Int32Array | undefined;

  constructor(private readonly tokens: readonly Token[]) {}

  at(place: number): Piece {
    this.firsts ??= this.runs();
    const runFirst = this.firsts[place] ?? place;
    const start = runFirst + Math.floor((place - runFirst) / PIECE) * PIECE;
    const known = this.known.get(start);
    if (known !== undefined) return known;
    const made = this.made(runFirst, start);
    this.known.set(start, made);
    return made;
  }

  private made(runFirst: number, start: number): Piece {
    const first = Math.max(runFirst, start - AROUND);
    let last = start;
    while (last + 1 < start + PIECE + AROUND && this.firsts?.[last + 1] === runFirst) last += 1;
    return { first, last, begins: beginsOf(this.tokens, first, last) };
  }

  private runs(): Int32Array {
    const firsts = new Int32Array(this.tokens.length);
    for (let at = 0; at < firsts.length; at += 1) {
      firsts[at] = continues(this.tokens, at) ? (firsts[at - 1] ?? at) : at;
    }
    return firsts;
  }
}

/** Whether a Khmer cluster follows another one with nothing visible between them. */
function continues(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before?.kind === 'khmer' && token?.kind === 'khmer' && token.gap === 'none';
}

function beginsOf(tokens: readonly Token[], first: number, last: number): number[] {
  const placeOf = new Map<number, number>();
  let text = '';
  for (let at = first; at <= last; at += 1) {
    placeOf.set(text.length, at);
    text += (tokens[at]?.text ?? '').replace(/[\u200B-\u200D\u2060\uFEFF]/g, '');
  }
  return [...segmenter.segment(text)].flatMap(({ index }) => placeOf.get(index) ?? []);
}
