import { z } from 'zod';
import { codeTokens, type CodeToken } from '@desk/contracts';

/** What a code stands for, as far as a translator needs to know. */
const codeSchema = z.looseObject({ id: z.number(), type: z.string() });
export type SegmentCode = z.infer<typeof codeSchema>;

/** The codes of a segment from the API's answer. */
export const codesOf = (codes: readonly unknown[]): SegmentCode[] =>
  codes.flatMap((code) => codeSchema.safeParse(code).data ?? []);

/** A code of the written form as it is inserted: `⟨1⟩`, `⟨/1⟩`, `⟨2/⟩`. */
export type CodePiece = Exclude<CodeToken, { type: 'text' }>;

/** The codes of a source in the order in which they stand: what keys 1 to 9 insert. */
export const codePieces = (written: string): CodePiece[] =>
  codeTokens(written).filter((token): token is CodePiece => token.type !== 'text');

export const sameCode = (one: CodePiece, other: CodePiece): boolean =>
  one.type === other.type && one.id === other.id;

/** The codes that the source has and the target has not yet, in the source's order. */
export function missingCodes(source: string, target: string): CodePiece[] {
  const there = codePieces(target);
  return codePieces(source).filter((code) => !there.some((one) => sameCode(code, one)));
}

/** A stretch of text to be shown, with what lies over it. */
export interface Stretch {
  readonly text: string;
  readonly code: CodePiece | null;
  readonly over: readonly number[];
}

/** Something that lies over a part of a text, in UTF-16 units. */
export interface Over {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a written text where codes stand and where things that lie over it begin and end.
 * `over` in the result names them by their place in `things`. `of`: whether their places are
 * those of the plain text (a lone code is one space) or of the written form.
 */
export function stretches(
  written: string,
  things: readonly Over[],
  of: 'plain' | 'written',
): Stretch[] {
  const found: Stretch[] = [];
  let plain = 0;
  let place = 0;
  for (const token of codeTokens(written)) {
    if (token.type !== 'text') {
      found.push({ text: '', code: token, over: [] });
      place += writtenLength(token);
      if (token.type === 'lone') plain += 1;
      continue;
    }
    const at = of === 'plain' ? plain : place;
    found.push(...cut(token.text, at, things));
    plain += token.text.length;
    place += token.text.length + [...token.text].filter((sign) => sign === '⟨').length;
  }
  return found;
}

const writtenLength = ({ type, id }: CodePiece): number =>
  String(id).length + (type === 'open' ? 2 : 3);

function cut(text: string, at: number, things: readonly Over[]): Stretch[] {
  const edges = new Set([0, text.length]);
  for (const { start, end } of things) {
    for (const edge of [start - at, end - at]) {
      if (edge > 0 && edge < text.length) edges.add(edge);
    }
  }
  const sorted = [...edges].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length;
    const over = things.flatMap((thing, number) =>
      thing.start < end + at && thing.end > start + at ? [number] : [],
    );
    return { text: text.slice(start, end), code: null, over };
  });
}
