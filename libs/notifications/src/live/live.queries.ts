import { z } from 'zod';
import { firstRow, rows, wholeNumber, type Sql } from '@desk/database';
import { entryColumns, entrySchema, type Entry } from '@desk/ledger';
import { noticeColumns, noticeRowSchema, type NoticeRow } from '../inbox/notices.queries.js';

/** The last place that was given out. */
export async function lastPlace(sql: Sql): Promise<number> {
  const cursor = await firstRow(
    sql,
    z.object({ place: wholeNumber }),
    `SELECT place FROM ledger_cursor WHERE name = 'placed'`,
  );
  return cursor?.place ?? 0;
}

/** Entries with a place above `after` and at most `upTo`, in order. */
export const entriesBetween = (
  sql: Sql,
  after: number,
  upTo: number | null,
  limit: number,
): Promise<Entry[]> =>
  rows(
    sql,
    entrySchema,
    `SELECT ${entryColumns} FROM ledger_entry l
     WHERE l.place > ? ${upTo === null ? '' : 'AND l.place <= ?'} ORDER BY l.place LIMIT ?`,
    [after, ...(upTo === null ? [] : [upTo]), limit],
  );

const untoldSchema = z.object({ id: z.uuid(), place: wholeNumber });
const untold = `SELECT l.id, l.place FROM ledger_job j JOIN ledger_entry l ON l.id = j.entry_id
  WHERE j.job = 'notifications.fan-out' AND j.state = 'waiting'`;

/** Which of these entries have yet to be told to people: their notices are still to come. */
export const untoldAmong = (sql: Sql, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : rows(sql, untoldSchema, `${untold} AND j.entry_id IN (?)`, [ids]);

/** All entries up to a place that have yet to be told. */
export const untoldUpTo = (sql: Sql, place: number, limit: number) =>
  rows(sql, untoldSchema, `${untold} AND l.place <= ? LIMIT ?`, [place, limit]);

/** The notices of entries in the inboxes of these people. */
export const noticesOf = (
  sql: Sql,
  entryIds: readonly string[],
  accountIds: readonly string[],
): Promise<NoticeRow[]> =>
  entryIds.length === 0 || accountIds.length === 0
    ? Promise.resolve([])
    : rows(
        sql,
        noticeRowSchema,
        `SELECT ${noticeColumns} FROM notice n
         WHERE n.entry_id IN (?) AND n.account_id IN (?) AND n.in_inbox ORDER BY n.id`,
        [entryIds, accountIds],
      );
