import { clusterKey, KHMER_CLUSTER, LONG_KHMER } from './khmer-cluster.js';
import { KHMER_NEIGHBOURS } from './khmer-neighbours.js';
import type { Token } from './tokens.js';

/** ICU's time grows faster than the text, so a run of Khmer is asked about by pieces. */
const MAX_RUN = 200;

const neighbours: ReadonlySet<string> = new Set(
  [...KHMER_NEIGHBOURS].map((word) =>
    word.replace(new RegExp(KHMER_CLUSTER.source, 'g'), (cluster) => clusterKey(cluster)),
  ),
);

const segmenter = new Intl.Segmenter('km', { granularity: 'word' });

/** A run of Khmer without spaces; words are given by the tokens with which they begin. */
interface Run {
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
  const runs = new Map<number, Run>();
  return (from, to) => {
    const clusters = tokens.slice(from, to);
    if (clusters[0]?.kind !== 'khmer' && clusters.at(-1)?.kind !== 'khmer') return true;
    if (clusters.filter((token) => token.kind === 'khmer').length >= LONG_KHMER) return true;
    const left = runAt(tokens, from, runs);
    const right = runAt(tokens, to - 1, runs);
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
  if (neighbours.has(word)) return true;
  return whole && to - from >= enough;
}

function neighbourBefore(tokens: readonly Token[], run: Run, at: number): Neighbour | undefined {
  if (at === run.first || tokens[at]?.marked === true) return undefined;
  const begin = run.begins.findLast((one) => one < at) ?? run.first;
  return { from: begin, to: at, whole: run.begins.includes(at) };
}

function neighbourAfter(tokens: readonly Token[], run: Run, at: number): Neighbour | undefined {
  if (at > run.last || tokens[at]?.marked === true) return undefined;
  const end = run.begins.find((one) => one > at) ?? run.last + 1;
  return { from: at, to: end, whole: run.begins.includes(at) };
}

function runAt(tokens: readonly Token[], at: number, known: Map<number, Run>): Run {
  if (tokens[at]?.kind !== 'khmer') return { first: at, last: at, begins: [at] };
  let first = at;
  while (first > at - MAX_RUN && continues(tokens, first)) first -= 1;
  let last = at;
  while (last < at + MAX_RUN && continues(tokens, last + 1)) last += 1;
  const run = known.get(first);
  if (run !== undefined && run.last >= last) return run;
  const made = { first, last, begins: beginsOf(tokens, first, last) };
  known.set(first, made);
  return made;
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
