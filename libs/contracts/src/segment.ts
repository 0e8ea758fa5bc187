import { z } from 'zod';
import { findingAnswerSchema } from './check.js';
import { engineNameSchema, suggestionsSchema } from './engine.js';
import { foundTermSchema } from './glossary.js';
import { differenceRunSchema, segmentMatchSchema } from './memory.js';
import { segmentOriginSchema, segmentStatusSchema } from './vocabulary.js';

/** A segment as the translation screen gets it. */
export const segmentAnswerSchema = z.object({
  id: z.uuid(),
  editionId: z.uuid(),
  sourceRevisionId: z.uuid(),
  position: z.int(),
  place: z.string(),
  kind: z.string(),
  source: z.string(),
  codes: z.array(z.unknown()),
  previousSource: z.string().nullable(),
  target: z.string(),
  status: segmentStatusSchema,
  doubtful: z.boolean().describe('its translator is not sure of it, confirmed or not'),
  origin: segmentOriginSchema,
  matchScore: z
    .int()
    .nullable()
    .describe('101 also in context, 100 equal, less: alike; null: not from the memory'),
  match: segmentMatchSchema.nullable().describe('the unit that the target was taken from'),
  engine: engineNameSchema
    .nullable()
    .describe('whose suggestion the target began as; a suggestion has the origin `engine`'),
  editedBy: z.uuid().nullable(),
  updatedAt: z.union([z.date(), z.iso.datetime()]),
  version: z.int(),
});

const findings = z
  .array(findingAnswerSchema)
  .describe('what the quality checks say of the target as it is; none before it is begun');

/** A segment as it was saved. */
export const savedSegmentSchema = segmentAnswerSchema.extend({ findings });

/** All segments of a translation, and how many of them a person has confirmed. */
export const segmentSheetSchema = z.object({
  sourceRevisionId: z.uuid().nullable(),
  total: z.int(),
  confirmed: z.int(),
  findings: z
    .object({ blocking: z.int(), warning: z.int(), dismissed: z.int() })
    .describe('how many findings stand, notes aside, and how many were dismissed'),
  suggestions: suggestionsSchema
    .nullable()
    .describe('what the translation engine did; null: nobody has asked for it'),
  items: z.array(
    savedSegmentSchema.extend({
      terms: z
        .array(foundTermSchema)
        .describe('what the glossary knows of the source; places are those of its plain text'),
      sourceDifference: z
        .array(differenceRunSchema)
        .nullable()
        .describe(
          'how the source changed since it was translated; `delete` stands in the old one alone',
        ),
    }),
  ),
});

/** What joining and cutting leave behind; the segments are read anew. */
export const laidOutSchema = z.object({
  editionId: z.uuid(),
  position: z.int().describe('the segments from here on are other ones now'),
});

/** Where a segment is cut in two. */
export const segmentCutSchema = z.strictObject({
  offset: z.int().min(1).describe('in UTF-16 units of the plain source'),
  targetOffset: z
    .int()
    .min(0)
    .optional()
    .describe('where the target is cut; absent: the first segment keeps all of it'),
});

export const segmentDraftSchema = z.strictObject({
  target: z.string().max(20_000),
  status: z.enum(['draft', 'confirmed']),
});

/** Whether a translator is sure of a segment. */
export const segmentDoubtSchema = z.strictObject({ doubtful: z.boolean() });
