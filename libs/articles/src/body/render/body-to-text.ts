import type { Block, Body, BulletList, Inline, OrderedList, Paragraph } from '@desk/contracts';

/**
 * The words of a body without its form: blocks parted by blank lines, items by "- " or their
 * number, cells by tabs, footnotes as [1] with the notes at the end. NFC.
 */
export function bodyToText(body: Body): string {
  const notes: string[] = [];
  const blocks = body.content
    .map((block) => blockToText(block, notes))
    .filter((text) => text !== '');
  const listed = notes.map((note, index) => `[${String(index + 1)}] ${note}`).join('\n');
  return [...blocks, ...(listed === '' ? [] : [listed])].join('\n\n').normalize('NFC');
}

function blockToText(block: Block, notes: string[]): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlinesToText(block.content, notes);
    case 'bulletList':
    case 'orderedList':
      return listToText(block, notes);
    case 'blockquote':
      return block.content.map((child) => blockToText(child, notes)).join('\n\n');
    case 'figure':
      return [inlinesToText(block.content, notes), block.attrs.credit].filter(Boolean).join(' ');
    case 'embed':
      return `${block.attrs.title} (${block.attrs.href})`;
    case 'table':
      return block.content
        .map((row) => row.content.map((cell) => paragraphs(cell.content, notes)).join('\t'))
        .join('\n');
    case 'horizontalRule':
      return '';
  }
}

function listToText(list: BulletList | OrderedList, notes: string[]): string {
  const first = list.type === 'orderedList' ? (list.attrs?.start ?? 1) : undefined;
  return list.content
    .map(({ content }, index) => {
      const sign = first === undefined ? '- ' : `${String(first + index)}. `;
      const lines = content.map((child) => blockToText(child, notes)).join('\n');
      return sign + lines.replaceAll('\n', '\n  ');
    })
    .join('\n');
}

function paragraphs(content: readonly Paragraph[], notes: string[]): string {
  return content.map((paragraph) => inlinesToText(paragraph.content, notes)).join(' ');
}

/** A footnote is its number in brackets when there is a list for the notes, else it is left out. */
export function inlinesToText(inlines: readonly Inline[] | undefined, notes?: string[]): string {
  return (inlines ?? [])
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'hardBreak') return '\n';
      if (notes === undefined) return '';
      const number = notes.push(inlinesToText(inline.content));
      return `[${String(number)}]`;
    })
    .join('');
}
