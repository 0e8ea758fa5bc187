import { z } from 'zod';
import { firstRow, rows, wholeNumber, type Sql } from '@desk/database';
import { entryColumns, entrySchema, type Entry } from './entry.js';

/**
 * Gives the entries committed since last time their places: numbers without gaps, in commit
 * order. To be called in a transaction; the lock on the cursor's row makes numbering serial
 * among workers, so whoever reads places in order misses nothing. Returns what it numbered.
 */
export async function placeNewEntries(tx: Sql, limit: number): Promise<Entry[]> {
  const found = await rows(
    tx,
    entrySchema,
    `SELECT ${entryColumns} FROM ledger_entry l WHERE l.place IS NULL ORDER BY l.id LIMIT ?`,
    [limit],
  );
  if (found.length === 0) return [];
  const cursor = await firstRow(
    tx,
    z.object({ place: wholeNumber }),
    `SELECT place FROM ledger_cursor WHERE name = 'placed' FOR UPDATE`,
  );
  const unplaced = await rows(
    tx,
    z.object({ id: z.uuid() }),
    'SELECT id FROM ledger_entry WHERE id IN (?) AND place IS NULL ORDER BY id',
    [found.map((entry) => entry.id)],
  );
  const first = (cursor?.place ?? 0) + 1;
  const placeOf = new Map(unplaced.map(({ id }, index) => [id, first + index]));
  if (placeOf.size === 0) return [];
  const cases = [...placeOf].flat();
  await tx.query(
    `UPDATE ledger_entry SET place = CASE id ${'WHEN ? THEN ? '.repeat(placeOf.size)} END
     WHERE id IN (?)`,
    [...cases, [...placeOf.keys()]],
  );
  await tx.query(`UPDATE ledger_cursor SET place = ? WHERE name = 'placed'`, [
    first + placeOf.size - 1,
  ]);
  return found.flatMap((entry) => {
    const place = placeOf.get(entry.id);
    return place === undefined ? [] : [{ ...entry, place }];
  });
}
