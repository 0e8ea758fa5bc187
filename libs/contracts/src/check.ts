import { z } from 'zod';
import { cleanTextSchema } from '@desk/languages';

/** The quality checks of translations; their names are keys of the texts in `checks.json`. */
export const checkNames = [
  'codes',
  'empty',
  'markup',
  'untranslated',
  'numbers',
  'dates',
  'units',
  'document_numbers',
  'links',
  'brackets',
  'quotes',
  'end_mark',
  'spaces',
  'foreign_letters',
  'khmer_spelling',
  'zero_width',
  'unicode',
  'terms',
  'consistency',
  'length_limit',
  'length_ratio',
  'repeated_words',
] as const;
export const checkNameSchema = z.enum(checkNames);
export type CheckName = z.infer<typeof checkNameSchema>;

/** What a section says of a check. */
export const checkSettingSchema = z.enum(['blocking', 'warning', 'off']);
export type CheckSetting = z.infer<typeof checkSettingSchema>;

/** A section's word on some of the checks; the others stay as they are. */
export const checkSettingsSchema = z.partialRecord(checkNameSchema, checkSettingSchema);
export type CheckSettings = Readonly<z.infer<typeof checkSettingsSchema>>;

export const severities = ['blocking', 'warning', 'note'] as const;
export const severitySchema = z
  .enum(severities)
  .describe(
    'blocking: holds the submission up; warning: the reviewer sees it; note: may well be right',
  );

const at = z.union([z.date(), z.iso.datetime()]);
const place = z.int().min(0);

export const dismissalSchema = z.object({
  reason: z.string(),
  dismissedBy: z.uuid(),
  dismissedAt: at,
});
export type Dismissal = z.infer<typeof dismissalSchema>;

/** Something in a translation that looks wrong; places in UTF-16 units of the segment's text. */
export const findingAnswerSchema = z.object({
  key: z.string().describe('names the finding, also while the rest of the sentence changes'),
  check: checkNameSchema,
  severity: severitySchema,
  side: z.enum(['source', 'target']).describe('the text in which it stands'),
  start: place,
  end: place,
  code: z.string().describe('stable name of the message'),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string().describe('in the language of the reader'),
  fix: z
    .object({ start: place, end: place, text: z.string() })
    .nullable()
    .describe('what the target may be changed to, safely'),
  dismissal: dismissalSchema.nullable(),
});
export type FindingAnswer = z.infer<typeof findingAnswerSchema>;

const finding = z.string().min(1).max(500).describe('the key of the finding');
export const dismissalDraftSchema = z.strictObject({
  finding,
  reason: cleanTextSchema(1_000, 1).describe('why it is right as it is; the reviewer reads it'),
});
export type DismissalDraft = z.infer<typeof dismissalDraftSchema>;
export const dismissalWithdrawalSchema = z.strictObject({ finding });
export type DismissalWithdrawal = z.infer<typeof dismissalWithdrawalSchema>;
export const dismissalAnswerSchema = dismissalSchema.extend({ finding, segmentId: z.uuid() });
export type DismissalAnswer = z.infer<typeof dismissalAnswerSchema>;
