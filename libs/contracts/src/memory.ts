import { z } from 'zod';
import { cleanTextSchema, languageSchema } from '@desk/languages';
import { pageQuerySchema } from './page.js';

/** The translation memory: units, look-up by likeness, search, imports. */

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);
const text = cleanTextSchema(20_000, 1);
const pair = { sourceLanguage: languageSchema, targetLanguage: languageSchema };

export const memoryUnitSchema = z.object({
  id,
  ...pair,
  source: z.string().describe("in a segment's written form"),
  target: z.string(),
  place: z.string().nullable().describe('where in its text it stood'),
  articleId: id.nullable(),
  editionId: id.nullable(),
  sectionId: id.nullable().describe('offered only for work of this section; null: for all'),
  tags: z.array(z.string()),
  importId: id.nullable(),
  createdBy: id.nullable(),
  changedBy: id.nullable().describe('who last changed it by hand'),
  uses: z.int().describe('how often it was offered when a translation was prepared'),
  usedAt: at.nullable(),
  createdAt: at,
  updatedAt: at,
  version: z.int(),
});
export type MemoryUnit = z.infer<typeof memoryUnitSchema>;

export const differenceRunSchema = z.object({
  kind: z.enum(['equal', 'insert', 'delete']),
  text: z.string(),
});

const replacements = z.array(z.object({ from: z.string(), to: z.string() }));

export const memoryMatchSchema = z.object({
  unitId: id,
  score: z.int().describe('0 to 100; 101 also stands between the same sentences'),
  source: z.string().describe("the unit's, in the language that is translated from"),
  target: z.string().describe('adapted where `adapted` says so'),
  difference: z
    .array(differenceRunSchema)
    .describe("how the unit's source becomes the new one; `delete` stands in the unit's alone"),
  adapted: replacements
    .nullable()
    .describe('numbers, dates and names that were replaced in the target; null: none'),
  reversed: z.boolean().describe('the unit was translated the other way'),
  pivot: languageSchema
    .nullable()
    .describe('found by way of this third language, from two units; null: directly'),
  articleId: id.nullable(),
  updatedAt: at,
});
export type MemoryMatch = z.infer<typeof memoryMatchSchema>;
export const memoryMatchesSchema = z.object({ items: z.array(memoryMatchSchema) });

/** What a segment keeps of the unit that its target was taken from. */
export const segmentMatchSchema = z.object({
  unitId: id,
  source: z.string(),
  difference: z.array(differenceRunSchema),
  adapted: replacements.nullable(),
  reversed: z.boolean(),
  pivot: languageSchema.nullable(),
});
export type SegmentMatch = z.infer<typeof segmentMatchSchema>;

export const memoryLookUpSchema = z.strictObject({
  text: text.describe("in a segment's written form"),
  ...pair,
  sectionId: id.optional().describe('absent: units of every section that you may see'),
  limit: z.int().min(1).max(20).default(5),
  least: z.int().min(30).max(100).default(60).describe('the lowest score'),
});
export type MemoryLookUpQuery = z.infer<typeof memoryLookUpSchema>;

export const memorySearchQuerySchema = z.strictObject({
  text: z.string().min(1).max(500).describe('a phrase; case, tone places and spaces do not matter'),
  language: languageSchema.describe('in which it stands, as source or as target'),
  otherLanguage: languageSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type MemorySearch = z.infer<typeof memorySearchQuerySchema>;
export const memorySearchResultSchema = z.object({
  total: z.int().describe('units that hold the phrase; at most some thousands are counted'),
  items: z.array(memoryUnitSchema).describe('whole words before parts of words, newest first'),
});

export const memoryUnitQuerySchema = pageQuerySchema.extend({
  sourceLanguage: languageSchema.optional(),
  targetLanguage: languageSchema.optional(),
  sectionId: id.optional(),
  tag: z.string().max(60).optional(),
  importId: id.optional(),
  articleId: id.optional(),
});
export type MemoryUnitQuery = z.infer<typeof memoryUnitQuerySchema>;

const tags = z.array(cleanTextSchema(60, 1)).max(20);

export const memoryUnitChangesSchema = z.strictObject({
  target: text.optional(),
  tags: tags.optional().describe('all tags of the unit'),
  sectionId: id.nullable().optional(),
});
export type MemoryUnitChanges = z.infer<typeof memoryUnitChangesSchema>;

export const memoryMergeSchema = z.strictObject({
  others: z.array(id).min(1).max(100).describe('units that go; their uses and tags are added'),
});

export const memoryDuplicatesSchema = z.object({
  items: z.array(
    z.object({
      ...pair,
      source: z.string(),
      units: z.array(memoryUnitSchema).describe('the one used most first'),
    }),
  ),
});

export const memoryImportDraftSchema = z.strictObject({
  name: cleanTextSchema(200, 1),
  ...pair,
  sectionId: id.nullable().default(null),
  tags: tags.default([]),
  units: z
    .array(z.strictObject({ source: text, target: text }))
    .min(1)
    .max(5_000),
});
export type MemoryImportDraft = z.infer<typeof memoryImportDraftSchema>;

export const memoryImportSchema = z.object({
  id,
  name: z.string(),
  ...pair,
  units: z.int().describe('how many it brought'),
  known: z.int().describe('how many the memory had already; they were left as they are'),
  createdBy: id.nullable(),
  createdAt: at,
  undoneBy: id.nullable(),
  undoneAt: at.nullable(),
  kept: z.int().describe('units that people changed since: undoing kept them'),
  version: z.int(),
});
export type MemoryImport = z.infer<typeof memoryImportSchema>;
