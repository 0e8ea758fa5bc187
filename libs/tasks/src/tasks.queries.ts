import { z } from 'zod';
import type { About } from '@desk/people';
import type { Task } from '@desk/contracts';
import { firstRow, flag, jsonColumn, rows, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';
import { languageSchema } from '@desk/languages';
import { taskColumns, taskRowSchema, type TaskRow } from './task.js';
import type { Circumstances } from './task.policy.js';

const shownSchema = taskRowSchema.extend({
  title: z.string(),
  assigneeName: z.string().nullable(),
});

/** Tasks as people see them: with the article's title and the name of who has it. */
const shownTasks = `SELECT ${taskColumns}, a.name AS assigneeName,
    IF(e.title = '', COALESCE(src.title, ''), e.title) AS title
  FROM task t JOIN edition e ON e.id = t.edition_id
  JOIN edition src ON src.article_id = t.article_id AND src.language = t.source_language
  LEFT JOIN account a ON a.id = t.assignee_id`;

function shown({ assigneeId, assigneeName, ...task }: z.infer<typeof shownSchema>): Task {
  return {
    ...task,
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
  };
}

/** @throws Missing `task.missing` */
export async function task(sql: Sql, id: string): Promise<Task> {
  const found = await firstRow(sql, shownSchema, `${shownTasks} WHERE t.id = ?`, [id]);
  if (!found) throw new Missing('task.missing', { id });
  return shown(found);
}

/** The first tasks of those that meet a condition over `t` and `e`, soonest due first. */
export async function tasksWhere(
  sql: Sql,
  condition: string,
  parameters: readonly unknown[],
  limit: number,
): Promise<Task[]> {
  const found = await rows(
    sql,
    shownSchema,
    `${shownTasks} WHERE ${condition} ORDER BY t.due_at, t.id LIMIT ?`,
    [...parameters, limit],
  );
  return found.map(shown);
}

/** @throws Missing `task.missing` */
export async function taskRow(sql: Sql, id: string): Promise<TaskRow> {
  const found = await firstRow(
    sql,
    taskRowSchema,
    `SELECT ${taskColumns} FROM task t WHERE t.id = ?`,
    [id],
  );
  if (!found) throw new Missing('task.missing', { id });
  return found;
}

const circumstancesSchema = z.object({
  id: z.uuid(),
  sectionId: z.uuid(),
  language: languageSchema,
  sourceLanguage: languageSchema,
  contributors: jsonColumn(z.array(z.uuid())),
  signed: flag,
});

/** What the rules must know of tasks for a person, by the task's id. */
export async function circumstancesOfAll(
  sql: Sql,
  ids: readonly string[],
  accountId: string,
): Promise<Map<string, Circumstances>> {
  if (ids.length === 0) return new Map();
  const found = await rows(
    sql,
    circumstancesSchema,
    `SELECT t.id, e.section_id AS sectionId, t.language, t.source_language AS sourceLanguage,
       e.contributors, EXISTS (SELECT 1 FROM sign_off s
         WHERE s.round_id = t.round_id AND s.account_id = ? AND s.voided_at IS NULL) AS signed
     FROM task t JOIN edition e ON e.id = t.edition_id WHERE t.id IN (?)`,
    [accountId, ids],
  );
  return new Map(
    found.map(({ id, signed, ...about }) => [id, { about: about satisfies About, signed }]),
  );
}

/** What the rules must know of a task for a person. @throws Missing `task.missing` */
export async function circumstancesOf(
  sql: Sql,
  { id }: Pick<TaskRow, 'id'>,
  accountId: string,
): Promise<Circumstances> {
  const found = (await circumstancesOfAll(sql, [id], accountId)).get(id);
  if (!found) throw new Missing('task.missing', { id });
  return found;
}
