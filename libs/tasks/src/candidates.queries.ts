import { z } from 'zod';
import type { TaskCandidates } from '@desk/contracts';
import { rows, wholeNumber, type Sql } from '@desk/database';
import { activePeople, type About } from '@desk/people';
import type { TaskRow } from './task.js';
import { unfitFor } from './task.policy.js';

const accounts = z.object({ id: z.uuid() });

/** Everybody who could be given the task, but for who has it, with how much they have. */
export async function candidatesFor(
  sql: Sql,
  task: TaskRow,
  about: About,
): Promise<TaskCandidates['items']> {
  const signed = await rows(
    sql,
    accounts,
    'SELECT account_id AS id FROM sign_off WHERE round_id = ? AND voided_at IS NULL',
    [task.roundId],
  );
  const fit = (await activePeople(sql)).filter(
    (person) =>
      person.id !== task.assigneeId &&
      unfitFor(person, task, { about, signed: signed.some(({ id }) => id === person.id) }) === null,
  );
  if (fit.length === 0) return [];
  const loads = await rows(
    sql,
    accounts.extend({ open: wholeNumber }),
    `SELECT assignee_id AS id, COUNT(*) AS open FROM task
     WHERE assignee_id IN (?) AND state = 'claimed' GROUP BY assignee_id`,
    [fit.map(({ id }) => id)],
  );
  const open = new Map(loads.map((one) => [one.id, one.open]));
  return fit.map(({ id, name }) => ({ id, name, open: open.get(id) ?? 0 }));
}
