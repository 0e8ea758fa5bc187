import type { Language } from '@desk/languages';
import { footnotesOf, linkTitles } from './block-parts.js';
import { type Piece, cutBlock } from './cut-block.js';
import { encodeInlines } from './encode-inlines.js';
import type { EditionText, Segment } from './segment.js';
import { contextHash, segmentHash } from './segment-hash.js';
import { type TextVisitor, walkTexts } from './walk-texts.js';

const MAX_TRAILING = 20;

/**
 * The segments of a source text: a sentence each, in the order of reading. A block's sentences
 * come first, then the titles of its links and the texts of its footnotes.
 */
export function decompose(edition: EditionText, language: Language): Segment[] {
  const found: Omit<Segment, 'contextHash'>[] = [];

  const add = (pieces: readonly Piece[], place: string, kind: Segment['kind'], notes = noNotes) => {
    pieces.forEach((piece, index) => {
      if (!piece.sentence) return;
      const { source, codes } = encodeInlines(piece.inlines, (note) => notes.get(note) ?? place);
      const position = found.length;
      const trailing = gapAfter(pieces[index + 1]);
      const sourceHash = segmentHash(source, codes);
      found.push({ position, place, kind, source, codes, trailing, sourceHash });
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
