import { z } from 'zod';
import { cleanTextSchema } from '@desk/languages';
import { bodySchema } from './body.js';
import { pageQuerySchema } from './page.js';
import { inThreeLanguagesSchema, signOffPolicySchema } from './section.js';
import { editionActionSchema, editionStateSchema, livenessSchema } from './vocabulary.js';

/** The API's shapes of sections, articles, editions and revisions, shared with the browser. */

const language = z.enum(['vi', 'en', 'km']);
const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);

/** What follows the language in addresses of the portal that belong to no section. */
export const notSectionCodes: readonly string[] = ['search', 'archive'];

export const sectionDraftSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60)
    .refine((code) => !notSectionCodes.includes(code), { error: 'the portal keeps this address' }),
  names: inThreeLanguagesSchema,
  policy: signOffPolicySchema,
  position: z.int().min(0).max(10_000).default(0),
});
export const sectionChangesSchema = z.strictObject({
  code: sectionDraftSchema.shape.code.optional(),
  names: inThreeLanguagesSchema.optional(),
  policy: signOffPolicySchema.optional(),
  position: z.int().min(0).max(10_000).optional(),
});
export const sectionAnswerSchema = z.object({
  id,
  code: z.string(),
  names: inThreeLanguagesSchema,
  policy: signOffPolicySchema,
  position: z.int(),
  version: z.int(),
});

/** The longest title, in UTF-16 units. */
export const MAX_TITLE_LENGTH = 500;
/** As it will be kept: some letters become several in NFC, so the length counts after it. */
const textOf = (max: number) => z.string().normalize('NFC').max(max);
const title = textOf(MAX_TITLE_LENGTH);

export const seoDraftSchema = z.strictObject({
  title: textOf(200).default(''),
  description: textOf(500).default(''),
});
/** The text of an edition as a person sends it; the body is checked apart, before its shape. */
export const textDraftSchema = z.strictObject({
  title,
  summary: textOf(3_000).default(''),
  body: z.unknown(),
  slug: textOf(80).default(''),
  seo: seoDraftSchema.default({ title: '', description: '' }),
});
export const articleDraftSchema = textDraftSchema.extend({
  sectionId: id,
  sourceLanguage: language,
  byline: cleanTextSchema(200).default(''),
  title: title.default(''),
  body: z.unknown().optional(),
});
export const articleChangesSchema = z.strictObject({
  byline: cleanTextSchema(200).optional(),
  sectionId: id.optional(),
});
export const articleImportSchema = z.strictObject({
  sectionId: id,
  sourceLanguage: language,
  byline: cleanTextSchema(200).default(''),
  format: z.enum(['html', 'markdown', 'text']),
  content: z.string().min(1).max(10_000_000),
  title: title.optional(),
});

export const articleAnswerSchema = z.object({
  id,
  sectionId: id,
  sourceLanguage: language,
  byline: z.string(),
  createdBy: id,
  createdAt: at,
  updatedAt: at,
  version: z.int(),
});

const editionHead = {
  id,
  articleId: id,
  sectionId: id,
  sourceLanguage: language,
  language,
  isSource: z.boolean(),
  state: editionStateSchema,
  liveness: livenessSchema,
  version: z.int(),
  title: z.string(),
  stale: z.boolean(),
  updatedAt: at,
};
export const editionHeadSchema = z.object(editionHead);
export const articleWithEditionsSchema = articleAnswerSchema.extend({
  editions: z.array(editionHeadSchema),
});

const text = {
  title: z.string(),
  summary: z.string(),
  body: bodySchema,
  slug: z.string(),
  seo: z.object({ title: z.string(), description: z.string() }),
};
export const editionAnswerSchema = z.object({
  ...editionHead,
  contributors: z.array(id),
  reviewRevisionId: id.nullable(),
  approvedRevisionId: id.nullable(),
  liveRevisionId: id.nullable(),
  sourceRevisionId: id.nullable(),
  firstPublishedAt: at.nullable(),
  publishedAt: at.nullable(),
  withdrawnAt: at.nullable(),
  withdrawalReason: inThreeLanguagesSchema.nullable(),
});
export const workingCopySchema = editionAnswerSchema.extend({ text: z.object(text) });
/** An edition as somebody reads it who may want to write it. */
export const editionToReadSchema = workingCopySchema.extend({
  mayWrite: z.boolean().describe('whether you may write this text in its states for writing'),
});

export const revisionHeadSchema = z.object({
  id,
  editionId: id,
  number: z.int(),
  language,
  title: z.string(),
  hash: z.string(),
  authorId: id,
  createdAt: at,
});
export const revisionAnswerSchema = z.object({
  ...text,
  id,
  editionId: id,
  number: z.int(),
  language,
  hash: z.string(),
  contributors: z.array(id),
  sourceRevisionId: id.nullable(),
  authorId: id,
  createdAt: at,
});

export const transitionOptionSchema = z.object({
  action: editionActionSchema,
  label: z.string().describe('the action in the language of the reader'),
  allowed: z.boolean(),
  because: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
  mustSay: z.array(z.string()),
});

/** Filters of the list of articles. */
export const articleQuerySchema = pageQuerySchema.extend({
  sectionId: id.optional(),
  language: language.optional(),
  state: editionStateSchema.optional(),
  mine: z.stringbool().optional(),
});
