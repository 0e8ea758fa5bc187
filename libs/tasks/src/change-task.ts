import type { EntityManager } from 'typeorm';
import { change } from '@desk/database';
import { record, type Fact, type FactPayload } from '@desk/ledger';
import { subjectOfTask, type TaskRow } from './task.js';
import { taskTransition, type TaskAction } from './task.workflow.js';

/** What else changes with an action. */
interface Consequence {
  /** Who has it then; absent: who had it; null: nobody. */
  readonly assigneeId?: string | null;
  readonly leaseUntil?: Date | null;
}

/**
 * One action on a task, with its fact, if nobody changed the task since it was read. False when
 * somebody did, and then nothing has happened.
 */
export async function changeTask(
  tx: EntityManager,
  at: Date,
  actorId: string | null,
  action: TaskAction,
  task: TaskRow,
  consequence: Consequence = {},
): Promise<boolean> {
  const { from, to, records } = taskTransition(action);
  if (!from.includes(task.state)) return false;
  const assigneeId =
    consequence.assigneeId === undefined ? task.assigneeId : consequence.assigneeId;
  const touched = await change(
    tx,
    `UPDATE task SET state = ?, assignee_id = ?, lease_until = ?, done_at = ?,
       version = version + 1 WHERE id = ? AND state = ? AND version = ?`,
    [
      to,
      assigneeId,
      to === 'claimed' ? (consequence.leaseUntil ?? task.leaseUntil) : null,
      to === 'done' ? at : null,
      task.id,
      task.state,
      task.version,
    ],
  );
  if (touched !== 1) return false;
  if (records) {
    const payload = payloadOf(records, task, assigneeId);
    await record(tx, at, actorId, records, subjectOfTask(task), payload);
  }
  return true;
}

function payloadOf(fact: Fact, task: TaskRow, assigneeId: string | null): FactPayload<Fact> {
  const { kind } = task;
  if (fact === 'task.reassigned') return { kind, to: assigneeId ?? '' };
  if (fact === 'task.lapsed') return { kind, accountId: task.assigneeId ?? '' };
  return { kind };
}
