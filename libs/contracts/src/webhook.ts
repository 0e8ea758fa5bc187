import { z } from 'zod';

/** An instant: a date in the process, ISO 8601 text on the wire. */
const at = z.union([z.date(), z.iso.datetime()]);

/** The facts that webhooks may hear. Never those of accounts, sessions and tokens. */
export const webhookFacts = [
  'article.created',
  'article.changed',
  'edition.submitted',
  'edition.changes_requested',
  'edition.signed_off',
  'edition.approved',
  'edition.recalled',
  'edition.scheduled',
  'edition.unscheduled',
  'edition.published',
  'edition.revised',
  'edition.corrected',
  'edition.withdrawn',
  'edition.restored',
  'edition.archived',
  'comment.added',
  'comment.resolved',
  'comment.reopened',
  'task.opened',
  'task.released',
  'task.reassigned',
  'task.lapsed',
  'task.due_set',
  'task.due_soon',
  'task.overdue',
  'translation.prepared',
  'release.planned',
  'release.cancelled',
  'release.published',
  'release.failed',
] as const;
export const webhookFactSchema = z.enum(webhookFacts);
export type WebhookFact = z.infer<typeof webhookFactSchema>;

const url = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .describe('http or https, on a public address; redirects are not followed');
const facts = z
  .array(webhookFactSchema)
  .max(webhookFacts.length)
  .describe('the facts that it hears; none named: all of them');

export const webhookDraftSchema = z.strictObject({ url, facts: facts.default([]) });
export type WebhookDraft = z.infer<typeof webhookDraftSchema>;

export const webhookChangeSchema = z.strictObject({
  url: url.optional(),
  facts: facts.optional(),
  active: z.boolean().optional(),
});
export type WebhookChange = z.infer<typeof webhookChangeSchema>;

/** A webhook as administrators see it. Its secret is shown once, when it is made. */
export const webhookSchema = z.object({
  id: z.uuid(),
  url: z.string(),
  facts: z.array(webhookFactSchema),
  active: z.boolean(),
  disabledReason: z.string().nullable(),
  failures: z.int().describe('messages in a row that could not be delivered'),
  previousSecretUntil: at.nullable().describe('until then messages are signed with both'),
  createdAt: at,
  version: z.int(),
});
export type Webhook = z.infer<typeof webhookSchema>;
export const webhooksSchema = z.object({ items: z.array(webhookSchema) });

export const webhookWithSecretSchema = webhookSchema.extend({
  secret: z.string().describe('the key of the signatures (Standard Webhooks); shown only now'),
});
export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>;

/** One message to one webhook, and how its delivery went. Never what the receiver answered. */
export const webhookDeliverySchema = z.object({
  id: z.uuid().describe('the webhook-id header of every try'),
  webhookId: z.uuid(),
  entryId: z.uuid(),
  type: webhookFactSchema,
  state: z.enum(['waiting', 'sent', 'dead']),
  attempts: z.int(),
  nextAttemptAt: at.nullable(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  createdAt: at,
  sentAt: at.nullable(),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

/** How a test message fared. */
export const webhookTestSchema = z.object({
  delivered: z.boolean(),
  status: z.int().nullable(),
  error: z.string().nullable(),
});
export type WebhookTest = z.infer<typeof webhookTestSchema>;

/** What a webhook receives: ids and facts, never a text, a name or an address. */
export const webhookMessageSchema = z.object({
  type: z.union([webhookFactSchema, z.literal('webhook.test')]),
  timestamp: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
export type WebhookMessage = z.infer<typeof webhookMessageSchema>;
