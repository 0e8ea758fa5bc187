import type { TermStatus } from '../exchange-file.js';
import type {
  GlossaryFileConcept,
  GlossaryFileTerm,
  GlossaryReading,
  ReadConcept,
} from '../glossary-file.js';
import { isLanguageTag } from '../language-tag.js';
import { Problems } from '../problem.js';
import { statusOf } from '../tbx/statuses.js';
import { cellValue, type CsvRow, readRows, rowText } from './rows.js';

const columns = [
  'concept',
  'domain',
  'definition',
  'note',
  'source',
  'language',
  'term',
  'status',
  'term_note',
] as const;
type Column = (typeof columns)[number];

/** A glossary as a table, a row for each term, as spreadsheets open it. */
export function* writeGlossaryCsv(concepts: Iterable<GlossaryFileConcept>): Generator<string> {
  yield `\uFEFF${rowText(columns)}`;
  for (const { id, domain, definition, note, source, terms } of concepts) {
    for (const { language, term, status, note: termNote } of terms) {
      yield rowText([id, domain, definition, note, source, language, term, status, termNote]);
    }
  }
}

/**
 * Reads such a table, or one with a row for each concept and a column for each language, where
 * `|` stands between the terms of a cell and the first of them is preferred.
 */
export function* readGlossaryCsv(bytes: Uint8Array): Generator<void, GlossaryReading> {
  const rows = readRows(bytes);
  const first = rows.next();
  const header: CsvRow = first.done ? { line: 1, cells: [] } : first.value;
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const problems = new Problems();
  const byTerm = names.includes('term') || names.includes('language');
  checkHeader(header, names, byTerm, problems);
  const concepts = new Map<string, ReadConcept>();
  let count = 0;
  for (const row of problems.all.length > 0 ? [] : rows) {
    count += 1;
    if (count % 500 === 0) yield;
    readRow(row, names, byTerm, concepts, problems);
  }
  return {
    concepts: [...concepts.values()].filter(({ id }) => !problems.concern(id)),
    problems: problems.all,
  };
}

function checkHeader(
  { line }: CsvRow,
  names: readonly string[],
  byTerm: boolean,
  problems: Problems,
): void {
  const at = { line, column: 1 };
  const missing = byTerm
    ? ['concept', 'language', 'term'].filter((column) => !names.includes(column))
    : names.some(isLanguageColumn)
      ? []
      : ['term'];
  for (const column of missing) problems.add(at, 'exchange.column_missing', { column });
  const repeated = names.filter((name, index) => name !== '' && names.indexOf(name) !== index);
  for (const column of repeated) problems.add(at, 'exchange.column_repeated', { column });
}

const isLanguageColumn = (name: string): boolean =>
  !columns.some((column) => column === name) &&
  /^[a-z]{2,3}(-.+)?$/.test(name) &&
  isLanguageTag(name);

function readRow(
  row: CsvRow,
  names: readonly string[],
  byTerm: boolean,
  concepts: Map<string, ReadConcept>,
  problems: Problems,
): void {
  const at = { line: row.line, column: 1 };
  const cell = (name: string): string => cellValue(row.cells[names.indexOf(name)] ?? '');
  const own = (name: Column): string => cell(name).trim();
  const id = own('concept') || `#${String(row.line)}`;
  problems.within(id);
  if (row.cells.length > names.length) {
    problems.add(at, 'exchange.row_length', { cells: row.cells.length, columns: names.length });
  }
  const terms = byTerm
    ? [termIn(row, own, problems)]
    : names.filter(isLanguageColumn).flatMap((language) => termsInCell(cell(language), language));
  if (terms.every(({ term }) => term === '')) {
    problems.add(at, 'exchange.term_missing', { concept: id });
  }
  const before = concepts.get(id);
  if (before !== undefined && !byTerm) {
    problems.add(at, 'exchange.id_repeated', { id, element: 'concept' });
  }
  concepts.set(id, {
    id,
    line: before?.line ?? row.line,
    domain: before?.domain ?? own('domain'),
    definition: before?.definition ?? own('definition'),
    note: before?.note ?? own('note'),
    source: before?.source ?? own('source'),
    terms: [...(before?.terms ?? []), ...terms],
  });
}

function termIn(
  { line }: CsvRow,
  own: (name: Column) => string,
  problems: Problems,
): GlossaryFileTerm {
  const at = { line, column: 1 };
  const language = own('language').replaceAll('_', '-');
  if (!isLanguageTag(language)) problems.add(at, 'exchange.language_unknown', { language });
  const said = own('status');
  const status: TermStatus | null = said === '' ? 'preferred' : statusOf(said);
  if (status === null) problems.add(at, 'exchange.status_unknown', { status: said.slice(0, 80) });
  return { language, term: own('term'), status: status ?? 'preferred', note: own('term_note') };
}

function termsInCell(cell: string, language: string): GlossaryFileTerm[] {
  return cell
    .split('|')
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .map((term, index) => ({
      language,
      term,
      status: index === 0 ? 'preferred' : 'admitted',
      note: '',
    }));
}
