import { Transactions, rows } from '@desk/database';
import { entryColumns, entrySchema } from '@desk/ledger';
import { followedFacts, followFact } from '@desk/tasks';
import type { HttpNewsroom } from './http-newsroom.js';

/** Lets tasks follow all that has happened so far, as the worker does; hearing it twice is no harm. */
export async function followTasks(newsroom: HttpNewsroom): Promise<void> {
  const entries = await rows(
    newsroom.sql,
    entrySchema,
    `SELECT ${entryColumns} FROM ledger_entry l WHERE l.fact IN (?) ORDER BY l.id`,
    [followedFacts],
  );
  const transactions = newsroom.app.get(Transactions, { strict: false });
  for (const entry of entries) {
    await transactions.run((tx) => followFact(tx, newsroom.clock.now(), entry));
  }
}
