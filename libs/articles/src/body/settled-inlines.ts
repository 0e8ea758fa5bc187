import type { Inline } from '@desk/contracts';
import { canonicalInlines, foldedSpaces } from './canonical-inlines.js';

/**
 * White space as a page shows it: runs of spaces, tabs, newlines and no-break spaces are one
 * space, none at the ends of a line; soft hyphens and byte order marks go (zero-width spaces stay:
 * Khmer needs them). Empty footnotes go. Line breaks at the ends go; of a run of them, two or
 * more part two paragraphs. Gives the paragraphs, none of them empty.
 */
export function settledParagraphs(inlines: readonly Inline[]): Inline[][] {
  const paragraphs: Inline[][] = [];
  let line: Inline[] = [];
  let breaks = 0;
  const open = () => {
    if (line.length > 0 && breaks > 0) {
      trimEnd(line);
      if (breaks === 1) line.push({ type: 'hardBreak' });
      else line = closed(line, paragraphs);
    }
    breaks = 0;
  };
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') {
      breaks += 1;
      continue;
    }
    if (inline.type === 'footnote') {
      const content = settledLine(inline.content).filter((node) => node.type !== 'footnote');
      if (content.length === 0) continue;
      open();
      line.push({ type: 'footnote', content });
      continue;
    }
    const folded = foldedSpaces(inline.text);
    const afterSpace = breaks > 0 || endsLine(line);
    const text = afterSpace ? folded.replace(/^ /, '') : folded;
    if (text === '') continue;
    open();
    line.push({ ...inline, text });
  }
  closed(line, paragraphs);
  return paragraphs;
}

/** As `settledParagraphs` for a place that holds one paragraph only: runs of breaks become one. */
export function settledLine(inlines: readonly Inline[]): Inline[] {
  return settledParagraphs(inlines).flatMap((paragraph, index) =>
    index === 0 ? paragraph : [{ type: 'hardBreak' as const }, ...paragraph],
  );
}

/** A heading that is bold from end to end says so by being a heading. */
export function withoutFullBold(inlines: readonly Inline[]): Inline[] {
  const isBold = (inline: Inline) =>
    inline.type !== 'text' || inline.marks?.some((mark) => mark.type === 'bold') === true;
  if (!inlines.every(isBold)) return [...inlines];
  const plain = inlines.map((inline) =>
    inline.type === 'text' && inline.marks !== undefined
      ? { ...inline, marks: inline.marks.filter((mark) => mark.type !== 'bold') }
      : inline,
  );
  return canonicalInlines(plain, '');
}

function closed(line: Inline[], paragraphs: Inline[][]): Inline[] {
  trimEnd(line);
  const canonical = canonicalInlines(line, '');
  if (canonical.length > 0) paragraphs.push(canonical);
  return [];
}

function endsLine(line: readonly Inline[]): boolean {
  const last = line.at(-1);
  if (last === undefined || last.type === 'hardBreak') return true;
  return last.type === 'text' && last.text.endsWith(' ');
}

function trimEnd(line: Inline[]): void {
  const last = line.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith(' ')) return;
  const text = last.text.slice(0, -1);
  if (text === '') line.pop();
  else line[line.length - 1] = { ...last, text };
}
