import { ExchangeRefused } from '../problem.js';
import { limits } from '../xml/limits.js';
import { decodeText } from '../xml/decode-text.js';

export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const MAX_CELLS = 200;

/**
 * The rows of a table (RFC 4180), separated by commas, semicolons or tabs, as its first line
 * shows. Empty lines are passed over.
 * @throws ExchangeRefused `exchange.quote_broken`, `exchange.row_length` and what `decodeText` throws
 */
export function* readRows(bytes: Uint8Array): Generator<CsvRow> {
  const text = [...decodeText(bytes)].join('').replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  let line = 1;
  let begin = 1;
  let cells: string[] = [];
  let at = 0;
  let rows = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"';
    let cell: string;
    if (quoted) {
      const end = endOfQuoted(text, at, line);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      line += cell.split('\n').length - 1;
      at = end + 1;
    } else {
      let end = at;
      while (end < text.length && !['\n', '\r', separator].includes(text[end] ?? '')) end += 1;
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    if (cells.length > MAX_CELLS) {
      const facts = { cells: cells.length, columns: MAX_CELLS };
      throw new ExchangeRefused('exchange.row_length', { line, column: 1 }, facts);
    }
    const next = text[at];
    if (next === separator) {
      at += 1;
      continue;
    }
    if (next !== undefined && next !== '\n' && next !== '\r') {
      throw new ExchangeRefused('exchange.quote_broken', { line, column: 1 });
    }
    at += next === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (cells.length > 1 || cells[0] !== '') {
      rows += 1;
      if (rows > limits.segments) {
        throw new ExchangeRefused(
          'exchange.too_many_segments',
          { line, column: 1 },
          { max: limits.segments },
        );
      }
      yield { line: begin, cells };
    }
    line += 1;
    begin = line;
    cells = [];
    if (next === undefined) return;
  }
}

function endOfQuoted(text: string, from: number, line: number): number {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) throw new ExchangeRefused('exchange.quote_broken', { line, column: 1 });
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const count = (separator: string) => first.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** A row as RFC 4180 writes it. */
export function rowText(cells: readonly string[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

/** A spreadsheet takes cells that begin so for formulas: an apostrophe keeps them texts. */
const FORMULA = /^'*[=+\-@\t\r]/;

function cellText(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** The text of a cell, without the apostrophe that `rowText` puts before formulas. */
export function cellValue(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
