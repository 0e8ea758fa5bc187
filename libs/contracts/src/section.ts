import { z } from 'zod';
import { cleanTextSchema } from '@desk/languages';
import { checkSettingsSchema } from './check.js';

const language = z.enum(['vi', 'en', 'km']);

/** A text in each of the three languages. */
export const inThreeLanguagesSchema = z.strictObject({
  vi: cleanTextSchema(300, 1),
  en: cleanTextSchema(300, 1),
  km: cleanTextSchema(300, 1),
});
export type InThreeLanguages = z.infer<typeof inThreeLanguagesSchema>;

/** What a section asks for before its texts are public, and how long each step may take. */
export const signOffPolicySchema = z.strictObject({
  /** How many different approvers must sign each revision. */
  approvers: z.int().min(1).max(5),
  /** Whether the reviewer of the language signs before the approvers may. */
  languageReview: z.boolean(),
  /** `together`: every required language goes public in one release; `as-ready`: each by itself. */
  release: z.enum(['together', 'as-ready']),
  /** The languages in which every article of the section must appear. */
  requiredLanguages: z
    .array(language)
    .min(1)
    .max(3)
    .refine((all) => new Set(all).size === all.length),
  /** Working days (Monday to Friday, no Vietnamese public holiday) for each kind of task. */
  workingDays: z.strictObject({
    translate: z.int().min(0).max(60),
    review: z.int().min(0).max(60),
    sign_off: z.int().min(0).max(60),
  }),
  /** How much the quality checks of translations weigh, where not as usual. */
  checks: checkSettingsSchema.optional(),
});
export type SignOffPolicy = z.infer<typeof signOffPolicySchema>;
