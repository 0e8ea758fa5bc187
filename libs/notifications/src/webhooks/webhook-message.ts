import { randomBytes } from 'node:crypto';
import { Webhook as Signer } from 'standardwebhooks';
import { webhookFacts, type WebhookFact, type WebhookMessage } from '@desk/contracts';
import type { Entry } from '@desk/ledger';

export const isWebhookFact = (fact: string): fact is WebhookFact =>
  webhookFacts.some((one) => one === fact);

/** What of an entry's own words may leave the newsroom: states, kinds and times, never a text. */
const tellable = [
  'from',
  'to',
  'seat',
  'languages',
  'urgent',
  'publishAt',
  'releaseId',
  'kind',
  'priority',
  'dueAt',
  'replyTo',
  'segments',
  'fromMemory',
  'fields',
] as const;

/** The message of a ledger entry: ids and public facts. */
export function webhookMessage(type: WebhookFact, entry: Entry): WebhookMessage {
  const said = tellable.flatMap((field): [string, unknown][] =>
    entry.payload[field] === undefined ? [] : [[field, entry.payload[field]]],
  );
  return {
    type,
    timestamp: entry.at.toISOString(),
    data: {
      entryId: entry.id,
      place: entry.place,
      sectionId: entry.sectionId,
      articleId: entry.articleId,
      editionId: entry.editionId,
      language: entry.language,
      revisionId: entry.revisionId,
      revisionHash: entry.revisionHash,
      subjectId: entry.subjectId,
      ...Object.fromEntries(said),
    },
  };
}

/** A new key: 32 random bytes in the form of Standard Webhooks. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * The headers of Standard Webhooks. `id` is the same at every try: receivers know repetitions
 * by it. While a key is being changed, both sign, and either is enough to verify.
 */
export function signedHeaders(
  id: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Mekong-Desk-Webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, at, body)).join(' '),
  };
}
