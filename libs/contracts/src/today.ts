import { z } from 'zod';
import { languageSchema } from '@desk/languages';
import { boardArticleSchema } from './board.js';
import { taskWithOptionsSchema } from './task.js';

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);
const about = {
  articleId: id,
  editionId: id,
  sectionId: id,
  language: languageSchema,
  title: z.string(),
};

/** Why something waits for a person: theirs, theirs to take, sent back to them, theirs to release. */
export const waitingReasonSchema = z.enum(['mine', 'open', 'returned', 'release']);

/** A text that came back with a request for changes. */
const returnedSchema = z.object({
  at,
  by: z.object({ id, name: z.string() }).nullable(),
  comment: z.string().describe('what is asked for'),
});

export const waitingItemSchema = z.object({
  ...about,
  why: waitingReasonSchema,
  dueAt: at.nullable(),
  since: at,
  task: taskWithOptionsSchema.nullable(),
  returned: returnedSchema.nullable(),
});
export type WaitingItem = z.infer<typeof waitingItemSchema>;

const publishedItemSchema = z.object({
  ...about,
  publishedAt: at,
  address: z.url().nullable().describe('where readers find it; null while its page is made'),
  mine: z.boolean().describe('you wrote or translated some of it'),
});
export type PublishedItem = z.infer<typeof publishedItemSchema>;

const draftItemSchema = z.object({ ...about, updatedAt: at });
export type DraftItem = z.infer<typeof draftItemSchema>;

/** A person's day: what waits for them, what became of what they sent, what went public. */
export const todaySchema = z.object({
  at,
  waiting: z.array(waitingItemSchema).describe('what is due first comes first'),
  more: z
    .object({ mine: z.boolean(), open: z.boolean() })
    .describe('there is more than stands here: see `GET /tasks`'),
  sent: z
    .array(boardArticleSchema.extend({ sentAt: at }))
    .describe('what you submitted and is not public in every language yet, the last first'),
  published: z.array(publishedItemSchema).describe('in your sections, the last first'),
  drafts: z.array(draftItemSchema).describe('what you began and have not submitted'),
});
export type Today = z.infer<typeof todaySchema>;
