import { z } from 'zod';

/** Why nothing of a file could be read, as it is kept. */
export const refusalSchema = z.object({
  code: z.string(),
  line: z.int(),
  column: z.int(),
  params: z.record(z.string(), z.unknown()),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** The same as a problem of the whole file. */
export const problemOf = (outcome: unknown) => ({ ...refusalSchema.parse(outcome), unit: null });
