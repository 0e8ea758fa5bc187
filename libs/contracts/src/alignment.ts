import { z } from 'zod';
import { languageSchema } from '@desk/languages';

/** Articles that were published before, paired sentence by sentence. */

/** The longest article that is aligned while one waits, in UTF-16 units. */
export const MAX_ALIGNED_LENGTH = 150_000;

const articleSchema = z.strictObject({
  format: z.enum(['html', 'text']),
  content: z.string().min(1).max(MAX_ALIGNED_LENGTH),
});
const article = articleSchema.optional();

export const alignmentDraftSchema = z
  .strictObject({ vi: article, en: article, km: article })
  .refine((articles) => Object.values(articles).filter(Boolean).length >= 2)
  .describe('the same article in two languages or three');
export type AlignmentDraft = z.infer<typeof alignmentDraftSchema>;

export const pastAlignmentsSchema = z.object({
  alignments: z.array(
    z.object({
      sourceLanguage: languageSchema,
      targetLanguage: languageSchema,
      pairs: z
        .array(
          z.object({
            source: z.string(),
            target: z.string(),
            kind: z.string(),
            confidence: z.number().min(0).max(1),
          }),
        )
        .describe('in the order of the articles, as an import into the memory takes them'),
      unpaired: z
        .array(z.object({ side: z.enum(['source', 'target']), text: z.string() }))
        .describe('what only one of the articles has'),
      contradicted: z
        .int()
        .nullable()
        .describe('pairs that the third language speaks against; null: there is no third one'),
    }),
  ),
});
export type PastAlignments = z.infer<typeof pastAlignmentsSchema>;
