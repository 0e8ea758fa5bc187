import type { Table, TableCell, TableRow } from '@desk/contracts';
import { attr } from './escape.js';
import { inlinesToHtml } from './inlines-to-html.js';
import type { Rendering } from './rendering.js';

/** The first row is the table's head when all its cells are headers and none reaches further down. */
export function tableToHtml(table: Table, rendering: Rendering): string {
  const [first, ...others] = table.content;
  const hasHead = first !== undefined && others.length > 0 && isHead(first);
  const head = hasHead ? `<thead>${rowToHtml(first, 'col', rendering)}</thead>` : '';
  const rows = hasHead ? others : table.content;
  const body = rows.map((row) => rowToHtml(row, 'row', rendering)).join('');
  // The class tells a table of data from one that lays out a page when the text comes back.
  return `<table class="data">${head}<tbody>${body}</tbody></table>`;
}

function isHead(row: TableRow): boolean {
  return row.content.every(
    (cell) => cell.type === 'tableHeader' && (cell.attrs?.rowspan ?? 1) === 1,
  );
}

function rowToHtml(row: TableRow, scope: 'col' | 'row', rendering: Rendering): string {
  return `<tr>${row.content.map((cell) => cellToHtml(cell, scope, rendering)).join('')}</tr>`;
}

function cellToHtml(cell: TableCell, scope: 'col' | 'row', rendering: Rendering): string {
  const header = cell.type === 'tableHeader';
  const name = header ? 'th' : 'td';
  const spans = attr('colspan', cell.attrs?.colspan) + attr('rowspan', cell.attrs?.rowspan);
  const lines = cell.content.map((paragraph) => inlinesToHtml(paragraph.content, rendering));
  const content = lines.length > 1 ? lines.map((line) => `<p>${line}</p>`).join('') : lines[0];
  return `<${name}${header ? attr('scope', scope) : ''}${spans}>${content ?? ''}</${name}>`;
}
