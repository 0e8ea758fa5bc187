import { z } from 'zod';
import { cleanTextSchema, languageSchema } from '@desk/languages';

/** Where sentences end: what a newsroom adds to the rules of a language. */

const at = z.union([z.date(), z.iso.datetime()]);

/** A language has at most so many abbreviations of the newsroom's own. */
export const MAX_SENTENCE_EXCEPTIONS = 500;

export const sentenceExceptionDraftSchema = z.strictObject({
  language: languageSchema,
  abbreviation: cleanTextSchema(40, 1)
    .refine((text) => /^[^\s]+$/u.test(text) && /\p{L}/u.test(text))
    .describe('its last full stop may be left out'),
});
export type SentenceExceptionDraft = z.infer<typeof sentenceExceptionDraftSchema>;

export const sentenceExceptionSchema = z.object({
  id: z.uuid(),
  language: languageSchema,
  abbreviation: z.string().describe('without its last full stop'),
  createdBy: z.uuid(),
  createdAt: at,
});
export type SentenceException = z.infer<typeof sentenceExceptionSchema>;

export const sentenceExceptionsSchema = z.object({ items: z.array(sentenceExceptionSchema) });
