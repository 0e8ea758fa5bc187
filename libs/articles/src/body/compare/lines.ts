import type { Block, Inline, Mark } from '@desk/contracts';

/** One line of a block as plain text with the style of each stretch of it. */
export interface Line {
  readonly text: string;
  readonly runs: readonly Run[];
}
export interface Run {
  readonly end: number;
  readonly style: RunStyle;
  readonly key: string;
}
export interface RunStyle {
  readonly marks?: Mark[];
  readonly note?: true;
}

/** A block's texts in reading order: one for a paragraph, one an item's paragraph, one a cell's. */
export function linesOf(block: Block): Line[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'figure':
      return [lineOf(block.content ?? [])];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(linesOf));
    case 'blockquote':
      return block.content.flatMap(linesOf);
    case 'table':
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) => cell.content.flatMap(linesOf)),
      );
    default:
      return [];
  }
}

function lineOf(inlines: readonly Inline[]): Line {
  let text = '';
  const runs: Run[] = [];
  const add = (value: string, style: RunStyle) => {
    text += value;
    runs.push({ end: text.length, style, key: JSON.stringify(style) });
  };
  for (const inline of inlines) {
    if (inline.type === 'text') add(inline.text, styleOf(inline.marks));
    else if (inline.type === 'hardBreak') add('\n', {});
    else {
      for (const child of inline.content) {
        if (child.type === 'text') add(child.text, { ...styleOf(child.marks), note: true });
        else add('\n', { note: true });
      }
    }
  }
  return { text, runs };
}

function styleOf(marks: Mark[] | undefined): RunStyle {
  return marks === undefined ? {} : { marks };
}
