import { z } from 'zod';

/** How much a change of a source means to its translations; a typo asks nothing of them. */
export const changeSignificances = ['typo', 'detail', 'substance'] as const;
export const changeSignificanceSchema = z.enum(changeSignificances);
export type ChangeSignificance = z.infer<typeof changeSignificanceSchema>;

/** What the machine saw change that is more than a typo. */
export const changeSigns = [
  'number',
  'date',
  'name',
  'negation',
  'markup',
  'sentence',
  'rewritten',
] as const;
export const changeSignSchema = z.enum(changeSigns);
export type ChangeSign = z.infer<typeof changeSignSchema>;
