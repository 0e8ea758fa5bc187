import type { EntityManager } from 'typeorm';
import type { Priority } from '@desk/contracts';
import { change } from '@desk/database';
import { record } from '@desk/ledger';
import { leaseOfHandedTask, subjectOfTask, type TaskRow } from './task.js';

/** What is changed of a task's urgency; absent fields stay. */
export interface NewDue {
  readonly dueAt?: Date | undefined;
  readonly priority?: Priority | undefined;
}

/**
 * Sets when a task is due, with its fact, if nobody changed the task since it was read. Who was
 * handed it until it is due has it until then, and reminders come for the new time.
 */
export async function setDue(
  tx: EntityManager,
  at: Date,
  actorId: string,
  task: TaskRow,
  { dueAt = task.dueAt, priority = task.priority }: NewDue,
): Promise<boolean> {
  const isMoved = dueAt.getTime() !== task.dueAt.getTime();
  const wasHanded = task.leaseUntil !== null && task.leaseUntil >= task.dueAt;
  const touched = await change(
    tx,
    `UPDATE task SET due_at = ?, priority = ?, lease_until = ?,
       reminded_before_at = IF(?, NULL, reminded_before_at),
       reminded_after_at = IF(?, NULL, reminded_after_at), version = version + 1
     WHERE id = ? AND state = ? AND version = ?`,
    [
      dueAt,
      priority,
      isMoved && wasHanded ? leaseOfHandedTask(at, dueAt) : task.leaseUntil,
      isMoved,
      isMoved,
      task.id,
      task.state,
      task.version,
    ],
  );
  if (touched !== 1) return false;
  const { kind, assigneeId } = task;
  await record(tx, at, actorId, 'task.due_set', subjectOfTask(task), {
    kind,
    priority,
    dueAt: dueAt.toISOString(),
    accountId: assigneeId,
  });
  return true;
}
