import { z } from 'zod';
import { cleanTextSchema, languageSchema } from '@desk/languages';
import { memoryImportSchema } from './memory.js';
import { segmentStatusSchema } from './vocabulary.js';

/** Tasks as files of translation tools, and what comes back. */

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);

export const taskFormats = ['xliff-1.2', 'xliff-2.1', 'tmx', 'tmx-omegat'] as const;
export const taskFormatSchema = z
  .enum(taskFormats)
  .describe(
    'xliff-1.2: for OmegaT and other tools; xliff-2.1: the newer standard; tmx: what is confirmed, as a memory; tmx-omegat: the same with marks as OmegaT keeps them',
  );
export type TaskFormat = z.infer<typeof taskFormatSchema>;

export const exportQuerySchema = z.object({ format: taskFormatSchema.default('xliff-1.2') });
export type ExportQuery = z.infer<typeof exportQuerySchema>;

export const uploadQuerySchema = z.object({
  name: z.string().max(255).default('').describe("the file's name, to be known by"),
});
export type UploadQuery = z.infer<typeof uploadQuerySchema>;

export const importProblemSchema = z.object({
  code: z.string(),
  line: z.int(),
  column: z.int(),
  unit: z
    .string()
    .nullable()
    .describe('what cannot be taken for it; null: nothing of the file can'),
  params: z.record(z.string(), z.unknown()),
  message: z.string().describe("in the reader's language"),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** Small files are read at once, large ones by the worker. */
const readingFields = {
  state: z
    .enum(['reading', 'read', 'refused'])
    .describe(
      'reading: the file is large and is being read, ask again; refused: it cannot be read, `problems` says why',
    ),
  percent: z.int().describe('how far the reading is'),
};

export const importEffects = ['new', 'replaces', 'same', 'conflict', 'nothing'] as const;
export const importRowSchema = z.object({
  unit: z.string().describe('as the file names it'),
  line: z.int(),
  effect: z
    .enum(importEffects)
    .describe(
      'new: the segment is untranslated; replaces: it has another text; conflict: a person changed it since the file was written; nothing: the file does not translate it',
    ),
  segmentId: id,
  position: z.int(),
  version: z.int().describe("the segment's version now"),
  source: z.string(),
  target: z.string().describe('what would be written'),
  status: segmentStatusSchema,
  currentTarget: z.string(),
  currentStatus: segmentStatusSchema,
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importPreviewSchema = z.object({
  id,
  editionId: id,
  name: z.string(),
  format: z.string(),
  createdAt: at,
  ...readingFields,
  takeable: z.boolean().describe('false: a problem concerns the whole file'),
  counts: z.object({
    new: z.int(),
    replaces: z.int(),
    same: z.int(),
    conflict: z.int(),
    nothing: z.int(),
    problems: z.int(),
  }),
  rows: z.array(importRowSchema),
  problems: z.array(importProblemSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importApplicationSchema = z.strictObject({
  segments: z.array(id).max(200_000).optional().describe('take only these; absent: all'),
  overwrite: z
    .array(z.strictObject({ segmentId: id, version: z.int() }))
    .max(200_000)
    .default([])
    .describe('conflicts to be overwritten, each with the version that the person has seen'),
  confirm: z
    .boolean()
    .optional()
    .describe('true: all as confirmed; false: all as drafts; absent: as the file says'),
});
export type ImportApplication = z.infer<typeof importApplicationSchema>;

export const importOutcomeSchema = z.object({
  written: z.int(),
  conflicts: z.array(id).describe('segments left as they are, since a person changed them'),
});
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

export const glossaryFormats = ['tbx', 'martif', 'csv'] as const;
export const glossaryExportQuerySchema = z.object({
  format: z
    .enum(glossaryFormats)
    .default('tbx')
    .describe('tbx: ISO 30042:2019; martif: its older form, for most tools; csv: for spreadsheets'),
});
export type GlossaryFormat = (typeof glossaryFormats)[number];
export type GlossaryExportQuery = z.infer<typeof glossaryExportQuerySchema>;

export const glossaryUploadQuerySchema = z.object({
  dryRun: z.stringbool().default(false).describe('only say what would be added'),
});
export type GlossaryUploadQuery = z.infer<typeof glossaryUploadQuerySchema>;

export const glossaryImportSchema = z.object({
  format: z.enum(glossaryFormats),
  dryRun: z.boolean(),
  added: z.int().describe('concepts that were new'),
  known: z.int().describe('concepts of which the glossary has the id or a term; left as they are'),
  problems: z.array(importProblemSchema),
});
export type GlossaryImport = z.infer<typeof glossaryImportSchema>;

/** Which memory, and under which name its import is kept. */
export const memoryExportQuerySchema = z.object({
  sourceLanguage: languageSchema,
  targetLanguage: languageSchema,
});
export type MemoryExportQuery = z.infer<typeof memoryExportQuerySchema>;
export const memoryUploadQuerySchema = memoryExportQuerySchema.extend({
  name: cleanTextSchema(200, 1).describe('how the import is called in the list of imports'),
  dryRun: z.stringbool().default(false).describe('only say what would be read'),
});
export type MemoryUploadQuery = z.infer<typeof memoryUploadQuerySchema>;

export const memoryFileImportSchema = z.object({
  id: id
    .nullable()
    .describe('to ask with how far the reading of a large file is; null: it is read'),
  ...readingFields,
  dryRun: z.boolean(),
  read: z.int().describe('units with both languages'),
  other: z.int().describe('units without one of them; left out'),
  problems: z.array(importProblemSchema),
  import: memoryImportSchema.nullable().describe('null: nothing was taken'),
});
export type MemoryFileImport = z.infer<typeof memoryFileImportSchema>;
