import { z } from 'zod';
import { cleanTextSchema, languageSchema } from '@desk/languages';
import { instantSchema } from './instant.js';
import { pageQuerySchema } from './page.js';
import {
  editionStateSchema,
  livenessSchema,
  prioritySchema,
  taskKindSchema,
  taskStateSchema,
} from './vocabulary.js';

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);

/** Whose turn it is: what an edition waits for, if for anything. */
export const deskSteps = [
  'writing',
  'source_review',
  'translation',
  'translation_review',
  'sign_off',
  'release',
] as const;
export const deskStepSchema = z.enum(deskSteps);
export type DeskStep = z.infer<typeof deskStepSchema>;

/** How an article may be looked for by what one types of its title. */
export const searchTextSchema = cleanTextSchema(200, 1);
const days = z.int().min(1).max(366);
const flagInQuery = z.stringbool({ truthy: ['true'], falsy: ['false'] });

const narrowing = {
  sectionId: id.optional(),
  language: languageSchema.optional(),
  state: editionStateSchema.optional(),
  step: deskStepSchema.optional(),
  personId: z
    .union([id, z.literal('me')])
    .optional()
    .describe(
      'has an open task of it, began or submitted it; with a filter of tasks, has that task',
    ),
  text: searchTextSchema.optional().describe('words of a title, in any language'),
  updatedFrom: instantSchema.optional().describe('of the last change of any edition'),
  updatedTo: instantSchema.optional(),
  dueFrom: instantSchema.optional(),
  dueTo: instantSchema.optional(),
  sort: z
    .enum(['updated', 'due', 'created'])
    .default('updated')
    .describe('`due` lists only articles with open tasks, soonest first; else newest first'),
};

/**
 * Filters of the board. All that is said of editions and tasks is asked of one edition: `km`
 * and `stale` finds articles whose Khmer edition is stale. Periods end before `…To`.
 */
export const boardFilterSchema = z.strictObject({
  ...narrowing,
  stale: z.boolean().optional(),
  overdue: z.boolean().optional(),
  urgent: z.boolean().optional(),
  updatedWithinDays: days.optional(),
  dueWithinDays: days.optional(),
});
export type BoardFilter = z.infer<typeof boardFilterSchema>;

/** The same as it stands in an address. */
export const boardQuerySchema = pageQuerySchema.extend({
  ...narrowing,
  stale: flagInQuery.optional(),
  overdue: flagInQuery.optional(),
  urgent: flagInQuery.optional(),
  updatedWithinDays: z.coerce.number().pipe(days).optional(),
  dueWithinDays: z.coerce.number().pipe(days).optional(),
});
export type BoardQuery = z.infer<typeof boardQuerySchema>;

const boardTaskSchema = z.object({
  id,
  kind: taskKindSchema,
  state: taskStateSchema,
  priority: prioritySchema,
  assignee: z.object({ id, name: z.string() }).nullable(),
  dueAt: at,
  overdue: z.boolean(),
  version: z.int(),
});
export type BoardTask = z.infer<typeof boardTaskSchema>;

/** How far a translation is with the newest source that it was asked to follow. */
const progressSchema = z.object({
  segments: z.int(),
  confirmed: z.int(),
  percent: z.int().min(0).max(100).describe('of the segments; 100 only when none is left'),
});

/** One field of the board: an article in one language. */
export const boardEditionSchema = z.object({
  id,
  language: languageSchema,
  isSource: z.boolean(),
  title: z.string(),
  state: editionStateSchema,
  liveness: livenessSchema,
  version: z.int(),
  stale: z.boolean().describe('the source has changed since it was translated'),
  progress: progressSchema
    .nullable()
    .describe('of a translation under work, or stale; null: nothing is prepared for it'),
  step: deskStepSchema.nullable().describe('whose turn it is; null: it waits for nobody'),
  since: at.describe('since when it has been in its state'),
  scheduledAt: at.nullable(),
  publishedAt: at.nullable(),
  updatedAt: at,
  tasks: z.array(boardTaskSchema).describe('those still to be done, soonest due first'),
});
export type BoardEdition = z.infer<typeof boardEditionSchema>;

/** One row of the board: an article with its editions, the source first. */
export const boardArticleSchema = z.object({
  articleId: id,
  sectionId: id,
  sourceLanguage: languageSchema,
  title: z.string().describe("the source's"),
  byline: z.string(),
  createdBy: z.object({ id, name: z.string() }),
  createdAt: at,
  updatedAt: at.describe('the last change of any of its editions'),
  directed: z
    .boolean()
    .describe('you direct the work of its section: hand tasks on, set what is due when'),
  editions: z.array(boardEditionSchema),
});
export type BoardArticle = z.infer<typeof boardArticleSchema>;

export const bottleneckQuerySchema = z.strictObject({ sectionId: id.optional() });

const waitingStepSchema = z.object({
  step: deskStepSchema,
  language: languageSchema.nullable().describe('of translation: into which; else null'),
  waiting: z.int(),
  oldestSince: at.nullable(),
  oldestEditionId: id.nullable(),
  finished: z.int().describe('how often the step was finished in the last 30 days'),
  medianHours: z.number().nullable().describe('how long that took; null: never finished'),
});
export type WaitingStep = z.infer<typeof waitingStepSchema>;

/** Where articles wait, in the sections that the asker manages. */
export const bottleneckSchema = z.object({
  days: z.int(),
  steps: z.array(waitingStepSchema),
  slowest: z
    .object({ step: deskStepSchema, language: languageSchema.nullable() })
    .nullable()
    .describe('the step that took longest; null: nothing was finished, nothing waits'),
});
export type Bottleneck = z.infer<typeof bottleneckSchema>;
