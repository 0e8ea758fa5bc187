import type { Table, TableCell, TableRow } from '@desk/contracts';

const MAX_COLUMNS = 40;
const MAX_CELLS = 20_000;

interface Placed {
  cell: TableCell;
  row: number;
  column: number;
  columns: number;
  rows: number;
}

/**
 * The same table as a full rectangle: cells stand where HTML's table model puts them, short rows
 * are filled with empty cells, spans end where another cell or the table does, and no column is
 * left in which no cell begins. `undefined` when it is wider or larger than a page can show.
 */
export function squaredTable(table: Table): Table | undefined {
  const taken: boolean[][] = table.content.map(() => []);
  const placed: Placed[] = [];
  for (const [row, { content }] of table.content.entries()) {
    for (const cell of content) {
      const spot = place(cell, row, taken);
      if (spot === undefined || placed.push(spot) > MAX_CELLS) return undefined;
    }
  }
  const width = Math.max(...placedEnds(placed));
  if (width * table.content.length > MAX_CELLS) return undefined;
  placed.push(...missing(table.content, taken, width));
  const starts = new Set(placed.map((spot) => spot.column));
  const rows = table.content.map((): Placed[] => []);
  for (const spot of placed) rows[spot.row]?.push(spot);
  return {
    type: 'table',
    content: rows.map((row) => ({
      type: 'tableRow',
      content: row.sort((a, b) => a.column - b.column).map((spot) => cellOf(spot, starts)),
    })),
  };
}

function place(cell: TableCell, row: number, taken: boolean[][]): Placed | undefined {
  const line = taken[row] ?? [];
  let column = 0;
  while (line[column] === true) column += 1;
  const wanted = cell.attrs?.colspan ?? 1;
  let columns = 1;
  while (columns < wanted && line[column + columns] !== true) columns += 1;
  if (column + columns > MAX_COLUMNS) return undefined;
  const rows = Math.min(cell.attrs?.rowspan ?? 1, taken.length - row);
  for (let r = row; r < row + rows; r += 1) {
    for (let c = column; c < column + columns; c += 1) {
      const below = taken[r];
      if (below !== undefined) below[c] = true;
    }
  }
  return { cell, row, column, columns, rows };
}

function* placedEnds(placed: readonly Placed[]): Generator<number> {
  for (const spot of placed) yield spot.column + spot.columns;
}

function missing(rows: readonly TableRow[], taken: boolean[][], width: number): Placed[] {
  return rows.flatMap((row, r) => {
    const type = row.content.every((cell) => cell.type === 'tableHeader')
      ? ('tableHeader' as const)
      : ('tableCell' as const);
    const cell: TableCell = { type, content: [{ type: 'paragraph' }] };
    return Array.from({ length: width }, (_, c) => c)
      .filter((c) => taken[r]?.[c] !== true)
      .map((column) => ({ cell, row: r, column, columns: 1, rows: 1 }));
  });
}

function cellOf({ cell, column, columns, rows }: Placed, starts: Set<number>): TableCell {
  const colspan = Array.from({ length: columns }, (_, i) => column + i).filter((c) =>
    starts.has(c),
  ).length;
  const attrs = {
    ...(colspan > 1 ? { colspan } : {}),
    ...(rows > 1 ? { rowspan: rows } : {}),
  };
  const hasAttrs = Object.keys(attrs).length > 0;
  return { type: cell.type, ...(hasAttrs ? { attrs } : {}), content: cell.content };
}
