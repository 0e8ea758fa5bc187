import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Priority, TaskKind } from '@desk/contracts';
import { change, firstRow, isDuplicate, newId, rows } from '@desk/database';
import type { Language } from '@desk/languages';
import { record } from '@desk/ledger';
import { changeTask } from './change-task.js';
import { holdEdition } from './hold-edition.js';
import {
  URGENT_WORKING_DAYS,
  leaseOfHandedTask,
  subjectOfTask,
  taskColumns,
  taskRowSchema,
  type TaskRow,
} from './task.js';
import { taskRow } from './tasks.queries.js';
import { dueAt } from './working-days.js';

/** Work that is to be done by somebody. */
export interface NewTask {
  readonly kind: TaskKind;
  readonly articleId: string;
  readonly editionId: string;
  readonly sectionId: string;
  readonly sourceLanguage: Language;
  readonly language: Language;
  /** Translate: the source revision; else the revision under review. */
  readonly revisionId: string;
  readonly roundId?: string | null | undefined;
  readonly priority: Priority;
  /** How long the section's policy gives for it. */
  readonly workingDays: number;
  /** Names the work: however often it is asked for, there is one task. */
  readonly onceKey: string;
  /** Who has it from the start; absent or null: whoever takes it. */
  readonly assigneeId?: string | null | undefined;
}

/**
 * Opens a task in the caller's transaction; returns its id, or that of the one opened before
 * under the same key. A task to translate takes the place of an older one for the same edition:
 * who was at that has this one.
 */
export async function openTask(tx: EntityManager, at: Date, asked: NewTask): Promise<string> {
  await holdEdition(tx, asked.editionId);
  const before = await openedBefore(tx, asked.onceKey);
  if (before !== null) return before;
  const replaced = asked.kind === 'translate' ? await replacedBy(tx, asked) : [];
  const assigneeId =
    asked.assigneeId ?? replaced.find((task) => task.assigneeId !== null)?.assigneeId ?? null;
  for (const task of replaced) await changeTask(tx, at, null, 'cancel', task);

  const id = newId();
  if (!(await insert(tx, at, id, { ...asked, assigneeId }))) {
    const meanwhile = await openedBefore(tx, asked.onceKey);
    if (meanwhile === null) throw new Error(`the task ${asked.onceKey} is neither there nor new`);
    return meanwhile;
  }
  const task = await taskRow(tx, id);
  const { kind, priority } = task;
  const what = { kind, priority, dueAt: task.dueAt.toISOString(), accountId: assigneeId };
  await record(tx, at, null, 'task.opened', subjectOfTask(task), what);
  return id;
}

async function openedBefore(tx: EntityManager, onceKey: string): Promise<string | null> {
  const found = await firstRow(
    tx,
    z.object({ id: z.uuid() }),
    'SELECT id FROM task WHERE once_key = ?',
    [onceKey],
  );
  return found?.id ?? null;
}

/** Tasks to translate the same edition that are still to be done. */
const replacedBy = (tx: EntityManager, { editionId }: NewTask): Promise<TaskRow[]> =>
  rows(
    tx,
    taskRowSchema,
    `SELECT ${taskColumns} FROM task t
     WHERE t.edition_id = ? AND t.state IN ('open', 'claimed') AND t.kind = 'translate'
     ORDER BY t.id FOR UPDATE`,
    [editionId],
  );

/** False when another transaction has just opened it. */
async function insert(tx: EntityManager, at: Date, id: string, asked: NewTask): Promise<boolean> {
  const { priority, workingDays, assigneeId = null } = asked;
  const days = priority === 'urgent' ? Math.min(workingDays, URGENT_WORKING_DAYS) : workingDays;
  const due = dueAt(at, days);
  try {
    await change(
      tx,
      `INSERT INTO task (id, kind, article_id, edition_id, section_id, source_language, language,
         revision_id, round_id, priority, state, assignee_id, lease_until, due_at, once_key,
         created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        asked.kind,
        asked.articleId,
        asked.editionId,
        asked.sectionId,
        asked.sourceLanguage,
        asked.language,
        asked.revisionId,
        asked.roundId ?? null,
        priority,
        assigneeId === null ? 'open' : 'claimed',
        assigneeId,
        assigneeId === null ? null : leaseOfHandedTask(at, due),
        due,
        asked.onceKey,
        at,
      ],
    );
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
