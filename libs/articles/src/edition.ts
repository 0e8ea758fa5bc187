import { z } from 'zod';
import {
  bodySchema,
  editionStateSchema,
  inThreeLanguagesSchema,
  livenessSchema,
  signOffPolicySchema,
} from '@desk/contracts';
import { flag, jsonColumn } from '@desk/database';
import { languageSchema } from '@desk/languages';

/** What search engines and cards are told; empty means: as title and summary. */
export const seoSchema = z.strictObject({
  title: z.string().max(200).default(''),
  description: z.string().max(500).default(''),
});
export type Seo = z.infer<typeof seoSchema>;

const contributors = jsonColumn(z.array(z.uuid()));

/** An edition with the facts of its article and section that rules need; without its text. */
export const editionSchema = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  sectionId: z.uuid(),
  sourceLanguage: languageSchema,
  language: languageSchema,
  isSource: flag,
  state: editionStateSchema,
  liveness: livenessSchema,
  version: z.int(),
  title: z.string(),
  contributors,
  savedRevisionId: z.uuid().nullable(),
  reviewRevisionId: z.uuid().nullable(),
  approvedRevisionId: z.uuid().nullable(),
  liveRevisionId: z.uuid().nullable(),
  sourceRevisionId: z.uuid().nullable(),
  /** The newest approved revision of the article's source; null while there is none. */
  sourceApprovedRevisionId: z.uuid().nullable(),
  policy: jsonColumn(signOffPolicySchema),
  firstPublishedAt: z.date().nullable(),
  publishedAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  withdrawalReason: jsonColumn(inThreeLanguagesSchema.nullable()),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Edition = z.infer<typeof editionSchema>;

/** The text that is written and signed: what a revision freezes. */
export const editionTextSchema = z.object({
  title: z.string(),
  summary: z.string(),
  body: jsonColumn(bodySchema),
  slug: z.string(),
  seo: jsonColumn(seoSchema),
});
export type EditionText = z.infer<typeof editionTextSchema>;

/** A revision: an immutable snapshot of an edition's text. */
export const revisionSchema = editionTextSchema.extend({
  id: z.uuid(),
  editionId: z.uuid(),
  number: z.int(),
  language: languageSchema,
  hash: z.string(),
  contributors,
  sourceRevisionId: z.uuid().nullable(),
  /** The earlier revision of which this one only mends typos: translations of that stand. */
  standsFor: z.uuid().nullable(),
  authorId: z.uuid(),
  createdAt: z.date(),
});
export type Revision = z.infer<typeof revisionSchema>;

/** A translation is stale when the source has an approved revision that it was not made from. */
export const isStale = (
  edition: Pick<Edition, 'isSource' | 'sourceRevisionId' | 'sourceApprovedRevisionId'>,
): boolean =>
  !edition.isSource &&
  edition.sourceApprovedRevisionId !== null &&
  edition.sourceRevisionId !== edition.sourceApprovedRevisionId;
