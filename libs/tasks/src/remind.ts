import type { EntityManager } from 'typeorm';
import { change, rows } from '@desk/database';
import { record } from '@desk/ledger';
import {
  REMIND_BEFORE_MS,
  subjectOfTask,
  taskColumns,
  taskRowSchema,
  type TaskRow,
} from './task.js';

/** Tasks reminded of in one transaction. */
export const REMIND_BATCH = 200;

/**
 * Records, once for each task, that it is due within a day (unless it was opened later than
 * that) and that it is overdue. Returns how many it told of; when both stay below the batch,
 * there is nothing left.
 */
export async function remind(tx: EntityManager, at: Date): Promise<number> {
  const overdue = await held(tx, 'reminded_after_at IS NULL AND t.due_at <= ?', [at]);
  await told(tx, at, 'task.overdue', overdue);
  const soon = await held(
    tx,
    `reminded_before_at IS NULL AND t.due_at > ? AND t.due_at <= ?
     AND t.created_at < t.due_at - INTERVAL ? SECOND`,
    [at, new Date(at.getTime() + REMIND_BEFORE_MS), REMIND_BEFORE_MS / 1_000],
  );
  await told(tx, at, 'task.due_soon', soon);
  return overdue.length + soon.length;
}

/** Tasks still to be done; what another worker reminds of now is left to it. */
const held = (tx: EntityManager, condition: string, parameters: unknown[]): Promise<TaskRow[]> =>
  rows(
    tx,
    taskRowSchema,
    `SELECT ${taskColumns} FROM task t
     WHERE t.state IN ('open', 'claimed') AND t.${condition}
     ORDER BY t.due_at LIMIT ? FOR UPDATE SKIP LOCKED`,
    [...parameters, REMIND_BATCH],
  );

async function told(
  tx: EntityManager,
  at: Date,
  fact: 'task.due_soon' | 'task.overdue',
  tasks: readonly TaskRow[],
): Promise<void> {
  if (tasks.length === 0) return;
  const column = fact === 'task.overdue' ? 'reminded_after_at' : 'reminded_before_at';
  await change(tx, `UPDATE task SET ${column} = ? WHERE id IN (?)`, [
    at,
    tasks.map(({ id }) => id),
  ]);
  for (const task of tasks) {
    const { kind, assigneeId: accountId } = task;
    const what = { kind, dueAt: task.dueAt.toISOString(), accountId };
    await record(tx, at, null, fact, subjectOfTask(task), what);
  }
}
