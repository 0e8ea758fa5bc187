import { z } from 'zod';
import { blockSchema, markSchema } from './body.js';

/** One stretch of a compared text; `same` and `removed` give the old text, `same` and `added` the new. */
export const textChangeSchema = z.strictObject({
  op: z.enum(['same', 'added', 'removed']),
  text: z.string(),
});
export type TextChange = z.infer<typeof textChangeSchema>;

/**
 * One stretch of a compared line. `restyled`: the same words, other marks (`before` has the old
 * ones). A line break is "\n"; a footnote's words stand where its number stands, with `note`.
 */
export const inlineChangeSchema = z.strictObject({
  op: z.enum(['same', 'added', 'removed', 'restyled']),
  text: z.string(),
  marks: z.array(markSchema).optional(),
  note: z.literal(true).optional(),
  before: z
    .strictObject({ marks: z.array(markSchema).optional(), note: z.literal(true).optional() })
    .optional(),
});
export type InlineChange = z.infer<typeof inlineChangeSchema>;

/** A line of a block: the text of a paragraph, a list's item, a cell. `at` is its number in reading order. */
export const lineChangeSchema = z.strictObject({
  op: z.enum(['same', 'added', 'removed', 'changed']),
  at: z.int().min(0),
  parts: z.array(inlineChangeSchema),
});
export type LineChange = z.infer<typeof lineChangeSchema>;

/** A change of form and not of words: `type`, `level`, `src`, `alt`, `rows`, `columns`, ... */
export const formChangeSchema = z.strictObject({
  what: z.string(),
  before: z.union([z.string(), z.number(), z.null()]),
  after: z.union([z.string(), z.number(), z.null()]),
});
export type FormChange = z.infer<typeof formChangeSchema>;

const index = z.int().min(0);
const change = { lines: z.array(lineChangeSchema), form: z.array(formChangeSchema) };

/** A block of one or of both bodies, in the order in which it is read; numbers count top blocks from 0. */
export const blockChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept'), before: index, after: index, block: blockSchema }),
  z.strictObject({ kind: z.literal('added'), after: index, block: blockSchema }),
  z.strictObject({ kind: z.literal('removed'), before: index, block: blockSchema }),
  z.strictObject({
    kind: z.literal('moved'),
    before: index,
    after: index,
    block: blockSchema,
    ...change,
  }),
  z.strictObject({
    kind: z.literal('changed'),
    before: index,
    after: index,
    block: blockSchema,
    ...change,
  }),
]);
export type BlockChange = z.infer<typeof blockChangeSchema>;

const count = z.int().min(0);
export const bodyComparisonSchema = z.strictObject({
  equal: z.boolean(),
  counts: z.strictObject({
    kept: count,
    added: count,
    removed: count,
    moved: count,
    changed: count,
  }),
  blocks: z.array(blockChangeSchema),
});
export type BodyComparison = z.infer<typeof bodyComparisonSchema>;
