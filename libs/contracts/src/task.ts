import { z } from 'zod';
import { languageSchema } from '@desk/languages';
import { instantSchema } from './instant.js';
import { prioritySchema, taskKindSchema, taskStateSchema } from './vocabulary.js';

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);
const person = z.object({ id, name: z.string() });

/** One person's work on one edition. */
export const taskSchema = z.object({
  id,
  kind: taskKindSchema,
  state: taskStateSchema,
  priority: prioritySchema,
  articleId: id,
  editionId: id,
  sectionId: id,
  title: z.string().describe("the edition's title, or its source's while it has none"),
  sourceLanguage: languageSchema,
  language: languageSchema,
  revisionId: id.describe('translate: the source revision; else the revision under review'),
  roundId: id.nullable(),
  assignee: person.nullable(),
  leaseUntil: at.nullable().describe('when the claim lapses unless it is renewed'),
  dueAt: at,
  createdAt: at,
  doneAt: at.nullable(),
  version: z.int(),
});
export type Task = z.infer<typeof taskSchema>;

/** What people do with a task besides doing it. */
export const taskDeeds = ['claim', 'release', 'reassign', 'set_due'] as const;
export const taskDeedSchema = z.enum(taskDeeds);
export type TaskDeed = z.infer<typeof taskDeedSchema>;

/** Whether the asker may do this with the task now, and if not, why. */
export const taskOptionSchema = z.object({
  deed: taskDeedSchema,
  allowed: z.boolean(),
  because: z
    .object({
      code: z.string(),
      message: z.string().describe('in the language of the reader'),
      facts: z.record(z.string(), z.unknown()),
    })
    .nullable(),
});
export type TaskOption = z.infer<typeof taskOptionSchema>;

/** A task with what the asker may do with it. */
export const taskWithOptionsSchema = taskSchema.extend({ allowed: z.array(taskOptionSchema) });
export type TaskWithOptions = z.infer<typeof taskWithOptionsSchema>;

/**
 * Which tasks are asked for. `mine`: those that I have; `team`: those that nobody has and that
 * I may take; `all`: every task of the sections that I manage. Without `state`, only what is
 * still to be done.
 */
export const taskFilterSchema = z.strictObject({
  view: z.enum(['mine', 'team', 'all']).default('mine'),
  state: taskStateSchema.optional(),
  kind: taskKindSchema.optional(),
  language: languageSchema.optional(),
  sectionId: id.optional(),
  priority: prioritySchema.optional(),
  assigneeId: id.optional().describe('with `all`'),
  overdue: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
});
export type TaskFilter = z.infer<typeof taskFilterSchema>;

export const taskReassignmentSchema = z.strictObject({
  accountId: id.describe('who is to have it; must be one who may do it'),
});

export const taskDueSchema = z
  .strictObject({
    dueAt: instantSchema.optional().describe('a time to come'),
    priority: prioritySchema.optional(),
  })
  .refine(({ dueAt, priority }) => dueAt !== undefined || priority !== undefined);
export type TaskDue = z.infer<typeof taskDueSchema>;

/** Who could be given a task, by name, with what they have to do already. */
export const taskCandidatesSchema = z.object({
  items: z.array(person.extend({ open: z.int().describe('tasks that they have now') })),
});
export type TaskCandidates = z.infer<typeof taskCandidatesSchema>;

const count = z.int().min(0);
const kinds = { translate: count, review: count, sign_off: count, overdue: count };
/** How much work waits, and with whom, in the sections that the asker manages. */
export const taskLoadSchema = z.object({
  free: z.object(kinds).describe('what nobody has'),
  people: z.array(z.object({ person, ...kinds, doneLast30Days: count })),
});
export type TaskLoad = z.infer<typeof taskLoadSchema>;
