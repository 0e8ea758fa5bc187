import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rows } from '@desk/database';
import { changeTask } from './change-task.js';
import { leaseFrom, taskColumns, taskRowSchema } from './task.js';

/** Claims looked at in one transaction. */
export const LEASE_BATCH = 200;

const heldSchema = taskRowSchema.extend({
  translatedAt: z.date().nullable(),
  spokeAt: z.date().nullable(),
});

/**
 * Claims whose lease has run out come back, unless who has them was at work meanwhile: what
 * they last translated or said about the text renews the lease from then. Returns how many
 * claims it looked at; when that is below the batch, there is nothing left.
 */
export async function lapseLeases(tx: EntityManager, at: Date): Promise<number> {
  const held = await rows(
    tx,
    heldSchema,
    `SELECT ${taskColumns},
       (SELECT MAX(g.updated_at) FROM segment g
        WHERE g.edition_id = t.edition_id AND g.edited_by = t.assignee_id) AS translatedAt,
       (SELECT MAX(c.created_at) FROM comment c
        WHERE c.edition_id = t.edition_id AND c.author_id = t.assignee_id) AS spokeAt
     FROM task t WHERE t.state = 'claimed' AND t.lease_until <= ?
     ORDER BY t.lease_until LIMIT ? FOR UPDATE SKIP LOCKED`,
    [at, LEASE_BATCH],
  );
  for (const { translatedAt, spokeAt, ...task } of held) {
    const lastActive = Math.max(translatedAt?.getTime() ?? 0, spokeAt?.getTime() ?? 0);
    const leaseUntil = leaseFrom(new Date(lastActive));
    if (leaseUntil > at) await changeTask(tx, at, null, 'renew', task, { leaseUntil });
    else await changeTask(tx, at, null, 'lapse', task, { assigneeId: null });
  }
  return held.length;
}
