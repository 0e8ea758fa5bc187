import { z } from 'zod';
import { languageSchema } from '@desk/languages';
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

const count = z.int().min(0);
const kinds = { translate: count, review: count, sign_off: count, overdue: count };
/** How much work waits, and with whom, in the sections that the asker manages. */
export const taskLoadSchema = z.object({
  free: z.object(kinds).describe('what nobody has'),
  people: z.array(z.object({ person, ...kinds, doneLast30Days: count })),
});
export type TaskLoad = z.infer<typeof taskLoadSchema>;
