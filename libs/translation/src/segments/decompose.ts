import type { Language } from '@desk/languages';
import { footnotesOf, linkTitles } from './block-parts.js';
import { type Piece, cutBlock } from './cut-block.js';
import { encodeInlines } from './encode-inlines.js';
import type { EditionText, Segment } from './segment.js';
import { contextHash, segmentHash } from './segment-hash.js';
import { type Covered, laidOut, naturalLayout, type SegmentLayout } from './segment-layout.js';
import { type TextVisitor, walkTexts } from './walk-texts.js';

const MAX_TRAILING = 20;

/**
 * The segments of a source text: a sentence each, in the order of reading. A block's sentences
 * come first, then the titles of its links and the texts of its footnotes.
 */
export function decompose(
  edition: EditionText,
  language: Language,
  layout: SegmentLayout = naturalLayout,
): Segment[] {
  return decomposeCovering(edition, language, layout).map(({ covers: _, gaps: __, ...one }) => one);
}

/** A segment with the sentences that it covers, and the white space behind each of them. */
export interface CoveringSegment extends Segment {
  readonly covers: readonly Covered[];
  readonly gaps: readonly number[];
}

/** As `decompose`, and says which sentences each segment covers. */
export function decomposeCovering(
  edition: EditionText,
  language: Language,
  layout: SegmentLayout,
): CoveringSegment[] {
  const found: Omit<CoveringSegment, 'contextHash'>[] = [];
  let natural = 0;

  const add = (cut: readonly Piece[], place: string, kind: Segment['kind'], notes = noNotes) => {
    const pieces = laidOut(cut, natural, layout);
    natural += cut.filter((piece) => piece.sentence).length;
    pieces.forEach((piece, index) => {
      if (!piece.sentence) return;
      const { source, codes } = encodeInlines(piece.inlines, (note) => notes.get(note) ?? place);
      const position = found.length;
      const trailing = gapAfter(pieces[index + 1]);
      const sourceHash = segmentHash(source, codes);
      const { covers, gaps } = piece;
      found.push({ position, place, kind, source, codes, trailing, sourceHash, covers, gaps });
    });
  };

  const visitor: TextVisitor = {
    line(place, kind, text, whole) {
      add(cutBlock([{ type: 'text', text }], language, whole), place, kind);
      return text;
    },
    inlines(place, kind, content) {
      const notes = footnotesOf(content, place);
      add(cutBlock(content, language), place, kind, notes);
      linkTitles(content).forEach((title, index) => {
        this.line(`${place}/link/${String(index)}`, 'link_title', title, true);
      });
      for (const [note, at] of notes) this.inlines(at, 'footnote', note.content);
      return [...content];
    },
  };
  walkTexts(edition, visitor);
  return found.map((segment, index) => ({
    ...segment,
    contextHash: contextHash(
      found[index - 1]?.sourceHash ?? '',
      found[index + 1]?.sourceHash ?? '',
    ),
  }));
}

const noNotes: ReadonlyMap<unknown, string> = new Map();

function gapAfter(piece: Piece | undefined): string {
  if (piece === undefined || piece.sentence) return '';
  const written = piece.inlines.map((inline) =>
    inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '\n' : '',
  );
  return written.join('').slice(0, MAX_TRAILING);
}
