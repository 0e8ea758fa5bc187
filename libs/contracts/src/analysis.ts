import { z } from 'zod';
import { languageSchema } from '@desk/languages';
import { segmentOriginSchema } from './vocabulary.js';

/** Figures of translation: how much there is to do, how far it is, what the memory saved. */

export const analysisBands = [
  'kept',
  'in_context',
  'exact',
  'repetition',
  'from_95',
  'from_85',
  'from_75',
  'new',
] as const;
export const analysisBandSchema = z
  .enum(analysisBands)
  .describe(
    'kept: unchanged since the last translation; in_context: 101; exact: 100; repetition: the same sentence stands before; from_95 to 99, from_85 to 94, from_75 to 84: alike; new: less',
  );
export type AnalysisBand = z.infer<typeof analysisBandSchema>;

const counted = z.object({ segments: z.int(), words: z.int() });

export const bandFiguresSchema = counted.extend({ band: analysisBandSchema });
export type BandFigures = z.infer<typeof bandFiguresSchema>;

const workloadFields = {
  segments: z.int(),
  words: z.int().describe('of the source, Khmer ones by segmentation'),
  weightedWords: z
    .int()
    .describe('words that the work is worth: those that were there already count less'),
  savedWords: z.int().describe('words less weighted words: what the memory saved'),
  bands: z.array(bandFiguresSchema),
};
export const workloadSchema = z.object(workloadFields);
export type Workload = z.infer<typeof workloadSchema>;

export const workProgressSchema = z.object({
  segments: z.int(),
  confirmedSegments: z.int(),
  words: z.int(),
  confirmedWords: z.int(),
  percent: z.int().describe('of the words'),
});
export type WorkProgress = z.infer<typeof workProgressSchema>;

export const reviewFiguresSchema = counted.extend({
  origin: segmentOriginSchema.describe('where the translation began'),
  engine: z.string().nullable().describe('whose suggestion it began as'),
  band: analysisBandSchema,
  changedPercent: z
    .number()
    .describe('how much of what was submitted was another when it was approved, by edit distance'),
});
export type ReviewFigures = z.infer<typeof reviewFiguresSchema>;

export const ownEstimateSchema = z.object({
  weightedWordsAnHour: z.int().describe('your own pace of the last ninety days'),
  minutesLeft: z.int(),
});
export type OwnEstimate = z.infer<typeof ownEstimateSchema>;

const editionFields = {
  editionId: z.uuid(),
  sourceLanguage: languageSchema,
  language: languageSchema,
  workload: workloadSchema.nullable().describe('before work started; null: not prepared'),
  progress: workProgressSchema.nullable(),
};

export const taskAnalysisSchema = z.object({
  taskId: z.uuid(),
  ...editionFields,
  estimate: ownEstimateSchema
    .nullable()
    .describe('from your own pace, told to you alone; null: you have not translated enough yet'),
});
export type TaskAnalysis = z.infer<typeof taskAnalysisSchema>;

export const editionAnalysisSchema = z.object({
  ...editionFields,
  review: z.array(reviewFiguresSchema),
});
export type EditionAnalysis = z.infer<typeof editionAnalysisSchema>;

export const articleAnalysisSchema = z.object({
  articleId: z.uuid(),
  source: z.object({ language: languageSchema, words: z.int(), characters: z.int() }),
  editions: z.array(editionAnalysisSchema),
});
export type ArticleAnalysis = z.infer<typeof articleAnalysisSchema>;

const day = z.iso.date();
export const translationFiguresQuerySchema = z
  .strictObject({
    from: day.describe('the first day, UTC'),
    to: day.describe('the last day, UTC'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] });
export type TranslationFiguresQuery = z.infer<typeof translationFiguresQuerySchema>;

export const translationFiguresSchema = z.object({
  from: day,
  to: day,
  pairs: z.array(
    z.object({
      sourceLanguage: languageSchema,
      language: languageSchema,
      editions: z.int().describe('prepared in the period'),
      ...workloadFields,
      review: z.array(reviewFiguresSchema).describe('of what was approved in the period'),
    }),
  ),
});
export type TranslationFigures = z.infer<typeof translationFiguresSchema>;
