import { z } from 'zod';
import { noticeKindSchema } from './notice.js';
import { presenceModeSchema } from './presence.js';
import { editionStateSchema, taskKindSchema, taskStateSchema } from './vocabulary.js';

/**
 * Server-sent events: ids and states, never text. Whoever hears one reads what they need
 * through the API, which asks again whether they may. An event may come twice, never not at
 * all; the `id` of the stream is a place in the ledger from which it can be resumed. `presence`
 * alone is heard now or never, and does not move that place.
 */
const language = z.enum(['vi', 'en', 'km']);
const about = {
  place: z.int().describe('of the ledger entry behind it'),
  at: z.iso.datetime(),
  articleId: z.uuid().nullable(),
  editionId: z.uuid().nullable(),
  language: language.nullable(),
};

/** A new notice is in the inbox. */
export const noticeEventSchema = z.object({
  ...about,
  noticeId: z.uuid(),
  kind: noticeKindSchema,
  taskId: z.uuid().nullable(),
});

/** A task was opened, taken, given back, done. */
export const taskEventSchema = z.object({
  ...about,
  fact: z.string(),
  taskId: z.uuid(),
  kind: taskKindSchema.nullable(),
  state: taskStateSchema.nullable(),
});

/** An edition, or a comment on it, has changed. */
export const editionEventSchema = z.object({
  ...about,
  fact: z.string(),
  sectionId: z.uuid().nullable(),
  state: editionStateSchema.nullable().describe('where it went; null when it stayed'),
  revisionId: z.uuid().nullable(),
  subjectId: z.uuid().nullable().describe('the comment or the release'),
});

/** Work of the machine has got on, or died. */
export const jobEventSchema = z.object({
  ...about,
  fact: z.string(),
  job: z.string(),
  segments: z.int().nullable(),
  fromMemory: z.int().nullable(),
});

/** Who has an edition open that you have open too: of the moment, not of the ledger. */
export const presenceEventSchema = z.object({
  at: z.iso.datetime(),
  articleId: z.uuid(),
  editionId: z.uuid(),
  sectionId: z.uuid(),
  people: z.array(z.object({ personId: z.uuid(), mode: presenceModeSchema })),
});

/** The stream is open, or (`reset`) too much was missed: read everything again. */
export const streamEventSchema = z.object({ place: z.int() });

export const liveEventSchemas = {
  notice: noticeEventSchema,
  task: taskEventSchema,
  edition: editionEventSchema,
  job: jobEventSchema,
  presence: presenceEventSchema,
  ready: streamEventSchema,
  reset: streamEventSchema,
} as const;
export type LiveEventType = keyof typeof liveEventSchemas;
export type LiveEventData<T extends LiveEventType> = z.infer<(typeof liveEventSchemas)[T]>;
/** An event as it goes over the wire. */
export type LiveEvent = {
  [T in LiveEventType]: { readonly type: T; readonly data: LiveEventData<T> };
}[LiveEventType];
