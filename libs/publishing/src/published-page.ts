import { z } from 'zod';
import { inThreeLanguagesSchema } from '@desk/contracts';
import { flag, jsonColumn } from '@desk/database';
import { languageSchema } from '@desk/languages';

/** Part of the door to the published pages: may import what the portal may. */

/** What was corrected, in the page's language, and when. */
export const correctionSchema = z.object({ at: z.iso.datetime(), note: z.string() });
export type Correction = z.infer<typeof correctionSchema>;

/** `archived` is readable at its address and in no list; `withdrawn` answers with its reason. */
export const pageStatusSchema = z.enum(['live', 'archived', 'withdrawn']);

/** What lists show of a page. */
export const newsItemSchema = z.object({
  editionId: z.uuid(),
  articleId: z.uuid(),
  language: languageSchema,
  sectionCode: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  byline: z.string(),
  beingUpdated: flag,
  firstPublishedAt: z.date(),
  publishedAt: z.date(),
});
export type NewsItem = z.infer<typeof newsItemSchema>;

/** A page as it was rendered when it became public. */
export const publishedPageSchema = newsItemSchema.extend({
  status: pageStatusSchema,
  revisionHash: z.string(),
  html: z.string(),
  seo: jsonColumn(z.object({ title: z.string(), description: z.string() })),
  translators: jsonColumn(z.array(z.string())),
  isSource: flag,
  corrections: jsonColumn(z.array(correctionSchema)),
  withdrawalReason: jsonColumn(inThreeLanguagesSchema.nullable()),
  withdrawnAt: z.date().nullable(),
});
export type PublishedPage = z.infer<typeof publishedPageSchema>;

/** A public edition of an article, as a switch between languages needs it. */
export const publicEditionSchema = z.object({
  language: languageSchema,
  sectionCode: z.string(),
  slug: z.string(),
  title: z.string(),
  isSource: flag,
});
export type PublicEdition = z.infer<typeof publicEditionSchema>;

/** A part of the portal. */
export const publicSectionSchema = z.object({
  code: z.string(),
  names: jsonColumn(inThreeLanguagesSchema),
});
export type PublicSection = z.infer<typeof publicSectionSchema>;
