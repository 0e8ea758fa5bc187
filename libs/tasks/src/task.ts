import { z } from 'zod';
import { prioritySchema, taskKindSchema, taskStateSchema, type TaskKind } from '@desk/contracts';
import { languageSchema } from '@desk/languages';
import type { Permission } from '@desk/people';

/** How long a claim holds by itself, from when it was made or last renewed. */
export const LEASE_MS = 8 * 3_600_000;
/** How long before a task is due its people are reminded. */
export const REMIND_BEFORE_MS = 24 * 3_600_000;
/** Urgent work is due after so many working days, if the section does not ask for it sooner. */
export const URGENT_WORKING_DAYS = 1;

/** A row of `task`. */
export const taskRowSchema = z.object({
  id: z.uuid(),
  kind: taskKindSchema,
  state: taskStateSchema,
  priority: prioritySchema,
  articleId: z.uuid(),
  editionId: z.uuid(),
  sectionId: z.uuid(),
  sourceLanguage: languageSchema,
  language: languageSchema,
  revisionId: z.uuid(),
  roundId: z.uuid().nullable(),
  assigneeId: z.uuid().nullable(),
  leaseUntil: z.date().nullable(),
  dueAt: z.date(),
  createdAt: z.date(),
  doneAt: z.date().nullable(),
  version: z.int(),
});
export type TaskRow = z.infer<typeof taskRowSchema>;

/** The columns of `taskRowSchema`, from task `t`. */
export const taskColumns = `t.id, t.kind, t.state, t.priority, t.article_id AS articleId,
  t.edition_id AS editionId, t.section_id AS sectionId, t.source_language AS sourceLanguage,
  t.language, t.revision_id AS revisionId, t.round_id AS roundId, t.assignee_id AS assigneeId,
  t.lease_until AS leaseUntil, t.due_at AS dueAt, t.created_at AS createdAt,
  t.done_at AS doneAt, t.version`;

/** What somebody must be allowed to do to do a task of a kind. */
export const permissionFor = {
  translate: 'task.translate',
  review: 'task.review',
  sign_off: 'task.sign_off',
} as const satisfies Record<TaskKind, Permission>;

/** The ledger's columns for a fact about a task. */
export const subjectOfTask = (task: TaskRow) => ({
  sectionId: task.sectionId,
  articleId: task.articleId,
  editionId: task.editionId,
  language: task.language,
  revisionId: task.revisionId,
  subjectId: task.id,
});

/** A claim made or renewed at a time holds until then. */
export const leaseFrom = (at: Date): Date => new Date(at.getTime() + LEASE_MS);

/** Who is handed a task has it until it is due at least: they did not ask for it just now. */
export const leaseOfHandedTask = (at: Date, dueAt: Date): Date =>
  new Date(Math.max(leaseFrom(at).getTime(), dueAt.getTime()));
