import { z } from 'zod';
import { pageQuerySchema } from './page.js';

/** An instant: a date in the process, ISO 8601 text on the wire. */
const at = z.union([z.date(), z.iso.datetime()]);

/** What people are told of. Each kind is the fact of the ledger that it tells. */
export const noticeKinds = [
  'edition.submitted',
  'edition.changes_requested',
  'edition.signed_off',
  'edition.approved',
  'edition.recalled',
  'edition.scheduled',
  'edition.unscheduled',
  'edition.published',
  'edition.corrected',
  'edition.withdrawn',
  'edition.restored',
  'edition.archived',
  'comment.added',
  'comment.resolved',
  'task.opened',
  'task.reassigned',
  'task.lapsed',
  'task.due_set',
  'task.due_soon',
  'task.overdue',
  'proposal.made',
  'proposal.accepted',
  'proposal.declined',
  'release.failed',
  'webhook.disabled',
  'job.died',
  'account.created',
  'account.changed',
  'account.enabled',
  'grants.changed',
  'password.changed',
  'password.reset_asked',
  'token.created',
] as const;
export const noticeKindSchema = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/** Why somebody hears of something; said in the e-mail. */
export const noticeReasons = [
  'own_account',
  'assignee',
  'may_do_task',
  'next_to_sign',
  'signed',
  'contributor',
  'thread',
  'may_publish',
  'managing_editor',
  'approver',
  'administrator',
  'terminologist',
  'proposer',
  'follows_article',
  'follows_section',
] as const;
export const noticeReasonSchema = z.enum(noticeReasons);
export type NoticeReason = z.infer<typeof noticeReasonSchema>;

const language = z.enum(['vi', 'en', 'km']);

/** A notice as it stands in a person's inbox. */
export const noticeSchema = z.object({
  id: z.uuid(),
  kind: noticeKindSchema,
  reason: noticeReasonSchema,
  sentence: z.string().describe('what happened, in the language of the reader'),
  note: z.string().nullable().describe('what somebody wrote with it: a comment, a reason'),
  sectionId: z.uuid().nullable(),
  articleId: z.uuid().nullable(),
  editionId: z.uuid().nullable(),
  taskId: z.uuid().nullable(),
  language: language.nullable().describe('the language of the edition that it is about'),
  createdAt: at,
  readAt: at.nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Which notices are asked for. */
export const inboxQuerySchema = pageQuerySchema.extend({
  unread: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .optional()
    .describe('true: only those not yet read'),
});
export type InboxQuery = z.infer<typeof inboxQuerySchema>;

export const unreadCountSchema = z.object({ unread: z.int() });
export type UnreadCount = z.infer<typeof unreadCountSchema>;

/** These notices are read; or this one and all before it. */
export const readingSchema = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  z.strictObject({ upTo: z.uuid() }),
]);
export type Reading = z.infer<typeof readingSchema>;

export const inboxModeSchema = z.enum(['immediate', 'off']);
export const emailModeSchema = z.enum(['immediate', 'digest', 'off']);
export type InboxMode = z.infer<typeof inboxModeSchema>;
export type EmailMode = z.infer<typeof emailModeSchema>;

/** How a person wants to hear of one kind of thing. */
export const preferenceSchema = z.object({
  kind: noticeKindSchema,
  inbox: inboxModeSchema,
  email: emailModeSchema,
  fixed: z.boolean().describe('true: for the safety of the account it cannot be changed'),
});
export type Preference = z.infer<typeof preferenceSchema>;

export const preferencesSchema = z.object({ items: z.array(preferenceSchema) });
export type Preferences = z.infer<typeof preferencesSchema>;

/** The whole matrix; a kind that is not named goes back to what is usual. */
export const preferencesChangeSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({ kind: noticeKindSchema, inbox: inboxModeSchema, email: emailModeSchema }),
    )
    .max(noticeKinds.length)
    .refine((items) => new Set(items.map((item) => item.kind)).size === items.length, {
      message: 'preference.kind_twice',
    }),
});
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>;

/** An article or a section that a person follows. */
export const followingSchema = z.strictObject({
  subject: z.enum(['article', 'section']),
  subjectId: z.uuid(),
});
export type Following = z.infer<typeof followingSchema>;

export const subscriptionSchema = followingSchema.extend({ createdAt: at });
export type Subscription = z.infer<typeof subscriptionSchema>;
export const subscriptionsSchema = z.object({ items: z.array(subscriptionSchema) });
