import { z } from 'zod';
import type { Piece } from './cut-block.js';
import { pushInline } from './decode-inlines.js';
import { takeInlines } from './take-inlines.js';
import type { Inline } from '@desk/contracts';

const position = z.int().min(0);

/**
 * Where a translator joined or cut sentences of a source revision. Positions count the sentences
 * as the rules of the language cut them; a place inside one is an offset into its plain text.
 */
export const segmentLayoutSchema = z.object({
  /** Sentences that are one segment with the one after them, if that stands in the same block. */
  joins: z.array(position),
  cuts: z.array(z.object({ position, offset: z.int().min(1) })),
});
export type SegmentLayout = z.infer<typeof segmentLayoutSchema>;

export const naturalLayout: SegmentLayout = { joins: [], cuts: [] };

/** What a segment covers of the sentences that the rules cut. */
export interface Covered {
  readonly position: number;
  /** The part of the sentence's plain text, from `from` up to `to`. */
  readonly from: number;
  readonly to: number;
}

/** A piece as it is laid out; what stands between sentences covers none. */
export interface LaidPiece extends Piece {
  readonly covers: readonly Covered[];
  /** How many signs of white space stand behind each sentence that it covers, the last apart. */
  readonly gaps: readonly number[];
}

/** The pieces of one block, laid out anew. `first`: the position of the block's first sentence. */
export function laidOut(
  pieces: readonly Piece[],
  first: number,
  { joins, cuts }: SegmentLayout,
): LaidPiece[] {
  let at = first;
  const parts = pieces.flatMap((piece): LaidPiece[] => {
    if (!piece.sentence) return [{ ...piece, covers: [], gaps: [] }];
    const own = cuts.filter((cut) => cut.position === at).map(({ offset }) => offset);
    at += 1;
    return cutPiece(piece, at - 1, own);
  });
  const out: LaidPiece[] = [];
  let gap: LaidPiece[] = [];
  for (const part of parts) {
    if (!part.sentence) {
      gap.push(part);
      continue;
    }
    const before = out.at(-1);
    if (before && isJoined(before, part, joins)) {
      out[out.length - 1] = joinPieces(before, gap, part);
    } else out.push(...gap, part);
    gap = [];
  }
  return [...out, ...gap];
}

function isJoined(before: LaidPiece, part: LaidPiece, joins: readonly number[]): boolean {
  const [last, next] = [before.covers.at(-1), part.covers[0]];
  if (!last || !next || last.position === next.position) return false;
  return joins.includes(last.position);
}

/** A sentence in parts; the white space at a cut stands between them. */
function cutPiece(piece: Piece, at: number, offsets: readonly number[]): LaidPiece[] {
  const { plain } = piece;
  const inside = [...new Set(offsets)]
    .filter((offset) => offset < plain.length)
    .sort((a, b) => a - b);
  const bounds = [0, ...inside, plain.length];
  const parts: LaidPiece[] = [];
  let { inlines, continues } = piece;
  const take = (from: number, to: number, sentence: boolean): void => {
    if (from === to) return;
    const { taken, rest, inside } = takeInlines(inlines, to - from);
    inlines = rest;
    parts.push({
      sentence,
      plain: plain.slice(from, to),
      inlines: taken,
      continues,
      covers: sentence ? [{ position: at, from, to }] : [],
      gaps: [],
    });
    continues = inside;
  };
  bounds.slice(1).forEach((end, index) => {
    const start = bounds[index] ?? 0;
    const text = plain.slice(start, end);
    const from = start + (text.length - text.trimStart().length);
    const to = Math.max(from, end - (text.length - text.trimEnd().length));
    take(start, from, false);
    take(from, to, true);
    take(to, end, false);
  });
  return parts;
}

function joinPieces(before: LaidPiece, gap: readonly LaidPiece[], after: LaidPiece): LaidPiece {
  const parts = [before, ...gap, after];
  const inlines: Inline[] = [];
  for (const inline of parts.flatMap((part) => part.inlines)) pushInline(inlines, inline);
  return {
    sentence: true,
    plain: parts.map((part) => part.plain).join(''),
    inlines,
    continues: parts[0]?.continues ?? false,
    covers: [...before.covers, ...after.covers],
    gaps: [
      ...before.gaps,
      gap.reduce((length, part) => length + part.plain.length, 0),
      ...after.gaps,
    ],
  };
}
