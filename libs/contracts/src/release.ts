import { z } from 'zod';
import { instantSchema } from './instant.js';
import { pageQuerySchema } from './page.js';

const language = z.enum(['vi', 'en', 'km']);

/** A release waits for its time, went public, was called off, or could not go public. */
export const releaseStates = ['planned', 'published', 'cancelled', 'failed'] as const;
export const releaseStateSchema = z.enum(releaseStates);
export type ReleaseState = z.infer<typeof releaseStateSchema>;

/** An edition within a release: exactly this revision goes public. */
export const releaseEditionSchema = z.object({
  editionId: z.uuid(),
  language,
  title: z.string().describe('the title of the revision that the release names'),
  revisionId: z.uuid(),
  revisionHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReleaseEdition = z.infer<typeof releaseEditionSchema>;

const at = z.union([z.date(), z.iso.datetime()]);

/** Editions that go public together: at once, or at `publishAt`. */
export const releaseAnswerSchema = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  sectionId: z.uuid(),
  state: releaseStateSchema,
  publishAt: at,
  publishedAt: at.nullable(),
  failure: z.string().nullable().describe('why it could not go public: the code of an error'),
  createdBy: z.uuid(),
  createdAt: at,
  version: z.int(),
  editions: z.array(releaseEditionSchema),
});

/** Which releases are asked for; absent fields do not narrow. */
export const releaseQuerySchema = pageQuerySchema.extend({
  state: releaseStateSchema.optional(),
  sectionId: z.uuid().optional(),
  articleId: z.uuid().optional(),
  /** Instants; the release's time is at or after `from`, before `to`. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});
export type ReleaseQuery = z.infer<typeof releaseQuerySchema>;
