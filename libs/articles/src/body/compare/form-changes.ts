import type { Block, FormChange } from '@desk/contracts';

/** What changed in two blocks besides their words: type, attributes, the shape of lists and tables. */
export function formChanges(before: Block, after: Block): FormChange[] {
  const old = formOf(before);
  const now = formOf(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((what) => ({ what, before: old[what] ?? null, after: now[what] ?? null }))
    .filter((change) => change.before !== change.after);
}

function formOf(block: Block): Record<string, string | number | undefined> {
  const type = block.type;
  switch (block.type) {
    case 'heading':
    case 'figure':
    case 'embed':
      return { type, ...block.attrs };
    case 'orderedList':
      return { type, start: block.attrs?.start ?? 1, outline: outline(block) };
    case 'bulletList':
    case 'blockquote':
      return { type, outline: outline(block) };
    case 'table':
      return { type, rows: block.content.length, cells: cells(block) };
    default:
      return { type };
  }
}

/** The nesting of a list or quote in short: ( item, - paragraph, u and o lists. */
function outline(block: Block): string {
  if (block.type === 'paragraph') return '-';
  if (block.type === 'blockquote') return block.content.map(outline).join('');
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return '';
  const items = block.content.map(({ content }) => `(${content.map(outline).join('')})`);
  return `${block.type === 'bulletList' ? 'u' : 'o'}${items.join('')}`;
}

/** Each row's cells: h a header, d a cell, with spans as columns×rows. */
function cells(table: Extract<Block, { type: 'table' }>): string {
  return table.content
    .map(({ content }) =>
      content
        .map((cell) => {
          const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
          const name = cell.type === 'tableHeader' ? 'h' : 'd';
          return colspan * rowspan === 1 ? name : `${name}${String(colspan)}×${String(rowspan)}`;
        })
        .join(' '),
    )
    .join(' / ');
}
