import { z } from 'zod';
import { change, rows, wholeNumber, type Sql } from '@desk/database';
import { isLedgerJob, type LedgerJobName } from './jobs.js';

/** A ledger entry's job as the database knows it: the truth, of which Redis holds a copy. */
export const ledgerJobSchema = z.object({
  entryId: z.uuid(),
  job: z.custom<LedgerJobName>((name) => typeof name === 'string' && isLedgerJob(name)),
  part: z.string(),
  state: z.enum(['waiting', 'done', 'dead']),
  attempts: wholeNumber,
  lastError: z.string().nullable(),
  createdAt: z.date(),
  doneAt: z.date().nullable(),
});
export type LedgerJob = z.infer<typeof ledgerJobSchema>;
export type LedgerJobKey = Pick<LedgerJob, 'entryId' | 'job' | 'part'>;

const columns = `entry_id AS entryId, job, part, state, attempts, last_error AS lastError,
  created_at AS createdAt, done_at AS doneAt`;

/** Writes down that these jobs are to be done, within the transaction that numbers the entries. */
export async function plan(tx: Sql, keys: readonly LedgerJobKey[], at: Date): Promise<void> {
  if (keys.length === 0) return;
  await tx.query(
    `INSERT IGNORE INTO ledger_job (entry_id, job, part, created_at)
     VALUES ${keys.map(() => '(?, ?, ?, ?)').join(', ')}`,
    keys.flatMap(({ entryId, job, part }) => [entryId, job, part, at]),
  );
}

/**
 * Marks a job done; false when it already was. In one transaction with its effect this makes
 * the effect happen once: a second runner waits for the row, then finds it done.
 */
export async function finish(tx: Sql, key: LedgerJobKey, at: Date): Promise<boolean> {
  const touched = await change(
    tx,
    `UPDATE ledger_job SET state = 'done', done_at = ?, attempts = attempts + 1, last_error = NULL
     WHERE entry_id = ? AND job = ? AND part = ? AND state <> 'done'`,
    [at, key.entryId, key.job, key.part],
  );
  return touched === 1;
}

/** Writes down that a job failed; `dead` when it will not be tried again by itself. */
export async function fail(
  sql: Sql,
  key: LedgerJobKey,
  error: string,
  dead: boolean,
): Promise<boolean> {
  const touched = await change(
    sql,
    `UPDATE ledger_job SET attempts = attempts + 1, last_error = ?, state = IF(?, 'dead', state)
     WHERE entry_id = ? AND job = ? AND part = ? AND state = 'waiting'`,
    [error.slice(0, 1_000), dead, key.entryId, key.job, key.part],
  );
  return touched === 1;
}

/** A dead job is to be done after all. */
export async function revive(tx: Sql, key: LedgerJobKey): Promise<boolean> {
  const touched = await change(
    tx,
    `UPDATE ledger_job SET state = 'waiting', last_error = NULL
     WHERE entry_id = ? AND job = ? AND part = ? AND state = 'dead'`,
    [key.entryId, key.job, key.part],
  );
  return touched === 1;
}

/** Where a look through the waiting jobs has come to. */
export type WaitingPlace = Pick<LedgerJob, 'createdAt' | 'entryId'>;

/** Jobs that wait since before `since`, oldest first; only those of entries behind `after`. */
export const waitingJobs = (
  sql: Sql,
  since: Date,
  limit: number,
  after?: WaitingPlace,
): Promise<LedgerJob[]> =>
  rows(
    sql,
    ledgerJobSchema,
    `SELECT ${columns} FROM ledger_job WHERE state = 'waiting' AND created_at <= ?
       ${after ? 'AND (created_at > ? OR (created_at = ? AND entry_id > ?))' : ''}
     ORDER BY created_at, entry_id, job, part LIMIT ?`,
    [since, ...(after ? [after.createdAt, after.createdAt, after.entryId] : []), limit],
  );

export const deadJobs = (sql: Sql, limit: number): Promise<LedgerJob[]> =>
  rows(
    sql,
    ledgerJobSchema,
    `SELECT ${columns} FROM ledger_job WHERE state = 'dead' ORDER BY created_at DESC LIMIT ?`,
    [limit],
  );

/** The jobs of entries, in the entries' order. */
export const jobsOfEntries = (sql: Sql, entryIds: readonly string[]): Promise<LedgerJob[]> =>
  entryIds.length === 0
    ? Promise.resolve([])
    : rows(sql, ledgerJobSchema, `SELECT ${columns} FROM ledger_job WHERE entry_id IN (?)`, [
        entryIds,
      ]);
