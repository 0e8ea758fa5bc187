import { z } from 'zod';
import { firstRow, rows, wholeNumber, type Sql } from '@desk/database';

/** Ledger entries of which nobody has been told yet: how many, and since when the oldest. */
export async function undispatched(sql: Sql): Promise<{ count: number; since: Date | null }> {
  const found = await firstRow(
    sql,
    z.object({ count: wholeNumber, since: z.date().nullable() }),
    'SELECT COUNT(*) AS count, MIN(at) AS since FROM ledger_entry WHERE dispatched_at IS NULL',
  );
  return found ?? { count: 0, since: null };
}

/** Jobs of ledger entries that are not done, by their state. */
export const unfinishedJobs = (sql: Sql): Promise<{ state: string; count: number }[]> =>
  rows(
    sql,
    z.object({ state: z.string(), count: wholeNumber }),
    `SELECT state, COUNT(*) AS count FROM ledger_job WHERE state IN ('waiting', 'dead')
     GROUP BY state`,
  );
