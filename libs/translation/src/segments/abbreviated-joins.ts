import type { Language } from '@desk/languages';
import { footnotesOf, linkTitles } from './block-parts.js';
import { cutBlock } from './cut-block.js';
import type { EditionText } from './segment.js';
import type { SegmentLayout } from './segment-layout.js';
import { type TextVisitor, walkTexts } from './walk-texts.js';

/**
 * The layout in which no sentence ends with these abbreviations, besides what was laid out
 * already. Kept with the segments, so that later abbreviations change nothing that was prepared.
 */
export function withAbbreviations(
  layout: SegmentLayout,
  edition: EditionText,
  language: Language,
  abbreviations: readonly string[],
): SegmentLayout {
  if (abbreviations.length === 0) return layout;
  const joins = abbreviatedJoins(edition, language, abbreviations);
  if (joins.every((at) => layout.joins.includes(at))) return layout;
  return { ...layout, joins: [...new Set([...layout.joins, ...joins])].sort((a, b) => a - b) };
}

/** The positions of sentences that the abbreviations make one with the next; as `decompose` counts. */
function abbreviatedJoins(
  edition: EditionText,
  language: Language,
  abbreviations: readonly string[],
): number[] {
  const joins: number[] = [];
  let natural = 0;
  const add = (content: Parameters<typeof cutBlock>[0], whole = false) => {
    const starts = startsIn(content, language, whole);
    const kept = new Set(startsIn(content, language, whole, abbreviations));
    starts.forEach((start, at) => {
      if (at > 0 && !kept.has(start)) joins.push(natural + at - 1);
    });
    natural += starts.length;
  };
  const visitor: TextVisitor = {
    line(_place, _kind, text, whole) {
      add([{ type: 'text', text }], whole);
      return text;
    },
    inlines(place, _kind, content) {
      add(content);
      for (const title of linkTitles(content)) this.line(place, 'link_title', title, true);
      for (const [note, at] of footnotesOf(content, place))
        this.inlines(at, 'footnote', note.content);
      return [...content];
    },
  };
  walkTexts(edition, visitor);
  return joins;
}

function startsIn(
  content: Parameters<typeof cutBlock>[0],
  language: Language,
  whole: boolean,
  abbreviations: readonly string[] = [],
): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const { sentence, plain } of cutBlock(content, language, whole, abbreviations)) {
    if (sentence) starts.push(at);
    at += plain.length;
  }
  return starts;
}
