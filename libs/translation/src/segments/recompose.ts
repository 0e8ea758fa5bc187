import type { Footnote, Inline, Mark } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { footnotesOf, linkTitles } from './block-parts.js';
import { type Piece, cutBlock } from './cut-block.js';
import { decodeInlines } from './decode-inlines.js';
import { encodeInlines } from './encode-inlines.js';
import { type JoinedPiece, joinBlock } from './join-block.js';
import type { EditionText } from './segment.js';
import { laidOut, naturalLayout, type SegmentLayout } from './segment-layout.js';
import { type TextVisitor, walkTexts } from './walk-texts.js';

/** A segment's translation, with placeholders. */
export interface TranslatedSegment {
  readonly position: number;
  readonly target: string;
}

/**
 * The target text: the source's structure with each sentence replaced by its translation, found
 * by its segment's position. A sentence without an entry stays in the source language. An empty
 * target leaves the sentence out (a translator joined it with its neighbour), except where the
 * body needs a text. Takes any target without throwing; lengths are not checked.
 */
export function recompose(
  source: EditionText & { readonly language: Language },
  translated: readonly TranslatedSegment[],
  language: Language,
  layout: SegmentLayout = naturalLayout,
): EditionText {
  const languages = { from: source.language, to: language };
  const targets = new Map(translated.map(({ position, target }) => [position, target]));
  let position = 0;
  let natural = 0;

  const translatedPiece = (piece: Piece): JoinedPiece => {
    if (!piece.sentence) return { piece, inlines: piece.inlines, verbatim: true };
    const encoded = encodeInlines(piece.inlines, () => '');
    const target = targets.get(position);
    position += 1;
    if (target === undefined || target === encoded.source) {
      return { piece, inlines: piece.inlines, verbatim: true };
    }
    return { piece, inlines: decodeInlines(trimmed(target), encoded), verbatim: false };
  };
  const joined = (content: readonly Inline[], whole = false) => {
    const cut = cutBlock(content, languages.from, whole);
    const pieces = laidOut(cut, natural, layout);
    natural += cut.filter((piece) => piece.sentence).length;
    return joinBlock(pieces.map(translatedPiece), languages);
  };

  const visitor: TextVisitor = {
    line(_place, kind, text, whole) {
      const content = joined([{ type: 'text', text }], whole);
      const target = content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
      return target === '' && kind === 'embed_title' ? text : target;
    },
    inlines(place, _kind, content) {
      const out = joined(content);
      const titles = new Map<string, string>();
      linkTitles(content).forEach((title, index) => {
        titles.set(title, this.line(`${place}/link/${String(index)}`, 'link_title', title, true));
      });
      const notes = new Map<Footnote, Footnote>();
      for (const [note, at] of footnotesOf(content, place)) {
        notes.set(note, footnoteWith(note, this.inlines(at, 'footnote', note.content)));
      }
      return out.map((inline) => withParts(inline, titles, notes));
    },
  };
  return walkTexts(source, visitor);
}

/** A footnote is never left empty: the body does not allow it. */
function footnoteWith(note: Footnote, inlines: readonly Inline[]): Footnote {
  const content = inlines.flatMap((inline) => (inline.type === 'footnote' ? [] : [inline]));
  return content.length === 0 ? note : { ...note, content };
}

function withParts(
  inline: Inline,
  titles: ReadonlyMap<string, string>,
  notes: ReadonlyMap<Footnote, Footnote>,
): Inline {
  if (inline.type === 'footnote') return notes.get(inline) ?? inline;
  if (inline.type !== 'text' || inline.marks === undefined || titles.size === 0) return inline;
  return { ...inline, marks: inline.marks.map((mark) => withTitle(mark, titles)) };
}

function withTitle(mark: Mark, titles: ReadonlyMap<string, string>): Mark {
  const title = mark.type === 'link' ? titles.get(mark.attrs.title ?? '') : undefined;
  if (mark.type !== 'link' || title === undefined) return mark;
  return title === ''
    ? { type: 'link', attrs: { href: mark.attrs.href } }
    : { type: 'link', attrs: { ...mark.attrs, title } };
}

function trimmed(target: string): string {
  return target.replace(/^[\s\u200B]+|[\s\u200B]+$/g, '');
}
