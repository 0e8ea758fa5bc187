import { z } from 'zod';
import { cleanTextSchema, languageSchema } from '@desk/languages';

/** What is looked after while one writes: spelling, tones, names, numbers, old alphabets. */

export const writingKinds = [
  'spelling',
  'slip',
  'tone_place',
  'tone_mixed',
  'name',
  'number',
  'stray',
  'doubled',
  'old_alphabet',
  'old_khmer',
] as const;
export type WritingKind = (typeof writingKinds)[number];

/** A line of a text: its title, its summary, or a block of words of its body. */
export const writingLineSchema = z.strictObject({
  path: z
    .string()
    .max(200)
    .describe('`title`, `summary`, or the steps to the block, as comments name it'),
  words: z.string().max(20_000),
});
export type WritingLine = z.infer<typeof writingLineSchema>;

export const MAX_WRITING_LINES = 2_000;
export const writingLinesSchema = z
  .strictObject({ lines: z.array(writingLineSchema).max(MAX_WRITING_LINES) })
  .refine(({ lines }) => lines.reduce((sum, { words }) => sum + words.length, 0) <= 400_000);

export const writingFindingSchema = z.object({
  kind: z.enum(writingKinds),
  path: z.string(),
  from: z.int(),
  to: z.int(),
  words: z.string().describe('what stands from `from` to `to`'),
  corrections: z.array(z.string()).describe('what could stand there, the likeliest first'),
  safe: z.boolean().describe('the first correction changes no meaning'),
  other: z.string().nullable().describe('what it disagrees with, or the old alphabet'),
});
export type WritingFinding = z.infer<typeof writingFindingSchema>;

export const tonePlaceSchema = z.enum(['old', 'new']).nullable();
export const writingReportSchema = z.object({
  items: z.array(writingFindingSchema),
  ignored: z.int().describe('how many findings were ignored'),
  spelling: z.boolean().describe('false: there is no dictionary of this language'),
  tonePlace: tonePlaceSchema.describe("the section's: hòa is `old`, hoà is `new`; null: either"),
});
export type WritingReport = z.infer<typeof writingReportSchema>;

export const writingIgnoreSchema = z.strictObject({
  kind: z.enum(writingKinds),
  words: cleanTextSchema(500, 1),
  ignored: z.boolean(),
});
export type WritingIgnore = z.infer<typeof writingIgnoreSchema>;

export const tonePlaceChangeSchema = z.strictObject({ tonePlace: tonePlaceSchema });
export type TonePlaceChange = z.infer<typeof tonePlaceChangeSchema>;

export const MAX_SPELLING_WORDS = 5_000;
export const spellingWordDraftSchema = z.strictObject({
  language: languageSchema,
  word: cleanTextSchema(60, 1).refine((text) => /^[\p{L}\p{M}'’-]+$/u.test(text)),
});
export type SpellingWordDraft = z.infer<typeof spellingWordDraftSchema>;
export const spellingWordSchema = z.object({
  id: z.uuid(),
  language: languageSchema,
  word: z.string(),
  createdBy: z.uuid(),
  createdAt: z.union([z.date(), z.iso.datetime()]),
});
export type SpellingWord = z.infer<typeof spellingWordSchema>;
export const spellingWordsSchema = z.object({ items: z.array(spellingWordSchema) });
