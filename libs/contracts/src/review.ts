import { z } from 'zod';
import { cleanTextSchema, languageSchema } from '@desk/languages';
import { changeSignificanceSchema } from './change-significance.js';
import { MAX_COMMENT_LENGTH, commentAnchorSchema } from './comment.js';
import { instantSchema } from './instant.js';
import { inThreeLanguagesSchema, signOffPolicySchema } from './section.js';
import { editionActionSchema, seatSchema } from './vocabulary.js';

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);
const person = z.object({ id, name: z.string() });
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** How many sign-offs of each kind a review round still waits for. */
export const seatsLeftSchema = z.object({
  review: z.int().min(0),
  approve: z.int().min(0),
});
export type SeatsLeft = z.infer<typeof seatsLeftSchema>;

export const roundOutcomeSchema = z.enum(['approved', 'changes_requested', 'recalled']);
export type RoundOutcome = z.infer<typeof roundOutcomeSchema>;

/** One person's answer, for exactly one revision; void once changes were asked for or it was recalled. */
export const signOffSchema = z.object({
  id,
  seat: seatSchema,
  person,
  revisionHash: hash,
  acceptedStaleAgainst: id
    .nullable()
    .describe('the newer source revision that the signed text knowingly lacks'),
  note: z.string(),
  signedAt: at,
  voidedAt: at.nullable(),
});
export type SignOff = z.infer<typeof signOffSchema>;

/** What was asked for at one submission, and what came of it. */
export const reviewRoundSchema = z.object({
  id,
  editionId: id,
  language: languageSchema,
  number: z.int(),
  revisionId: id,
  revisionNumber: z.int(),
  revisionHash: hash,
  policy: signOffPolicySchema.describe("the section's policy when the round was opened"),
  openedBy: person,
  openedAt: at,
  closedAt: at.nullable(),
  outcome: roundOutcomeSchema.nullable(),
  seatsLeft: seatsLeftSchema,
  signOffs: z.array(signOffSchema),
});
export type ReviewRound = z.infer<typeof reviewRoundSchema>;

/** An action on an edition with what is said with it. Which of these an action needs, its row of the workflow tells. */
export const transitionDraftSchema = z.strictObject({
  action: editionActionSchema,
  comment: cleanTextSchema(MAX_COMMENT_LENGTH).optional().describe('what is to be changed'),
  anchor: commentAnchorSchema
    .optional()
    .describe('the place of the revision that `comment` is about'),
  note: cleanTextSchema(2_000).optional(),
  revisionHash: hash.optional().describe('sign_off: the revision that is signed'),
  significance: changeSignificanceSchema
    .optional()
    .describe(
      'submit of a changed source: a mere typo asks nothing of translators, unless a number, name, date or negation changed',
    ),
  publishAt: instantSchema.optional(),
  reason: inThreeLanguagesSchema.optional().describe('withdraw: what readers are told'),
  acceptStale: z
    .boolean()
    .optional()
    .describe('sign_off: although the source has a newer approved revision'),
  also: z
    .array(languageSchema)
    .max(3)
    .optional()
    .describe('withdraw, restore, archive: the other editions that go too'),
});
export type TransitionDraft = z.infer<typeof transitionDraftSchema>;
