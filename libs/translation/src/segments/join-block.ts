import type { Inline } from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Piece } from './cut-block.js';
import { pushInline } from './decode-inlines.js';

/** A piece of a block and what stands for it in the target; `verbatim`: as in the source. */
export interface JoinedPiece {
  readonly piece: Piece;
  readonly inlines: readonly Inline[];
  readonly verbatim: boolean;
}

/**
 * Puts a block together again. Marks that went across sentences become one; what nobody
 * translated stays exactly as it was. Sentences that touch each other (Khmer needs no space
 * after ។) get a space in Vietnamese and English.
 */
export function joinBlock(
  parts: readonly JoinedPiece[],
  languages: { readonly from: Language; readonly to: Language },
): Inline[] {
  const spaced = languages.from !== languages.to && languages.to !== 'km';
  const out: Inline[] = [];
  let untouched = true;
  settledGaps(parts, languages).forEach((part, index, all) => {
    const [first, ...others] = part.inlines;
    if (first === undefined) {
      untouched &&= part.verbatim;
      return;
    }
    if (spaced && part.piece.sentence && all[index - 1]?.piece.sentence) pushSpace(out, first);
    const last = out.at(-1);
    if (part.verbatim && untouched && last !== undefined) {
      if (part.piece.continues && last.type === 'text' && first.type === 'text') {
        out[out.length - 1] = { ...last, text: last.text + first.text };
      } else out.push(first);
    } else pushInline(out, first);
    for (const inline of others) {
      if (part.verbatim) out.push(inline);
      else pushInline(out, inline);
    }
    untouched = part.verbatim;
  });
  return out;
}

/** White space as the target needs it: none beside a sentence that was left out, no stray ZWSP. */
function settledGaps(
  parts: readonly JoinedPiece[],
  { from, to }: { readonly from: Language; readonly to: Language },
): JoinedPiece[] {
  let begun = false;
  return parts.map((part, index) => {
    if (part.piece.sentence) {
      begun ||= part.inlines.length > 0;
      return part;
    }
    const next = parts[index + 1];
    const afterNothing = !begun && index > 0;
    if (afterNothing || next?.inlines.length === 0) {
      return {
        ...part,
        inlines: part.inlines.filter(({ type }) => type !== 'text'),
        verbatim: false,
      };
    }
    if (from !== 'km' || to === 'km') return part;
    const inlines = part.inlines.flatMap((inline): Inline[] => {
      if (inline.type !== 'text') return [inline];
      const text = inline.text.replaceAll('\u200B', '') || (next === undefined ? '' : ' ');
      return text === '' ? [] : [{ ...inline, text }];
    });
    return { ...part, inlines, verbatim: false };
  });
}

/** A space with the marks that both of its neighbours have: with all of them, or with none. */
function pushSpace(out: Inline[], next: Inline): void {
  const last = out.at(-1);
  if (last === undefined) return;
  const joins =
    last.type === 'text' &&
    next.type === 'text' &&
    JSON.stringify(last.marks ?? []) === JSON.stringify(next.marks ?? []);
  pushInline(out, joins ? { ...last, text: ' ' } : { type: 'text', text: ' ' });
}
