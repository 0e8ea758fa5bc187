import { z } from 'zod';
import { webhookDeliverySchema, webhookFactSchema, type Webhook } from '@desk/contracts';
import { flag, firstRow, jsonColumn, rows, wholeNumber, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';
import { tryId } from '../retry.js';

/** A webhook with its keys; never to be sent out as it is. */
export const webhookRowSchema = z.object({
  id: z.uuid(),
  url: z.string(),
  secret: z.string(),
  previousSecret: z.string().nullable(),
  previousUntil: z.date().nullable(),
  facts: jsonColumn(z.array(webhookFactSchema)),
  active: flag,
  disabledReason: z.string().nullable(),
  failures: z.int(),
  createdAt: z.date(),
  version: z.int(),
});
export type WebhookRow = z.infer<typeof webhookRowSchema>;

export const webhookColumns = `w.id, w.url, w.secret, w.previous_secret AS previousSecret,
  w.previous_until AS previousUntil, w.facts, w.active, w.disabled_reason AS disabledReason,
  w.failures, w.created_at AS createdAt, w.version`;

/** @throws Missing `webhook.missing` */
export async function webhook(sql: Sql, id: string): Promise<WebhookRow> {
  const found = await firstRow(
    sql,
    webhookRowSchema,
    `SELECT ${webhookColumns} FROM webhook w WHERE w.id = ?`,
    [id],
  );
  if (!found) throw new Missing('webhook.missing', { id });
  return found;
}

/** The keys that sign now: the new one, and for a day after a change also the old one. */
export const liveSecrets = (row: WebhookRow, at: Date): string[] => [
  row.secret,
  ...(row.previousSecret !== null && row.previousUntil !== null && row.previousUntil > at
    ? [row.previousSecret]
    : []),
];

/** What administrators see of it. */
export const webhookShown = (row: WebhookRow, at: Date): Webhook => ({
  id: row.id,
  url: row.url,
  facts: row.facts,
  active: row.active,
  disabledReason: row.disabledReason,
  failures: row.failures,
  previousSecretUntil: liveSecrets(row, at).length > 1 ? row.previousUntil : null,
  createdAt: row.createdAt,
  version: row.version,
});

/** What one webhook hears of one article comes in order: nothing earlier may still be waiting. */
const nothingBefore = `
  NOT EXISTS (SELECT 1 FROM webhook_delivery b
    WHERE b.webhook_id = d.webhook_id AND b.article_id = d.article_id AND b.state = 'waiting'
      AND b.place < d.place)
  AND NOT EXISTS (SELECT 1 FROM ledger_entry l JOIN ledger_job j
      ON j.entry_id = l.id AND j.job = 'webhooks.fan-out' AND j.state = 'waiting'
    WHERE l.article_id = d.article_id AND l.place < d.place)`;

/** Deliveries that are to be tried now. */
export async function dueDeliveries(
  sql: Sql,
  at: Date,
  limit: number,
): Promise<{ jobId: string; id: string }[]> {
  const found = await rows(
    sql,
    z.object({ id: z.uuid(), attempts: z.int(), dueAt: z.date() }),
    `SELECT d.id, d.attempts, d.send_after AS dueAt FROM webhook_delivery d
     JOIN webhook w ON w.id = d.webhook_id AND w.active
     WHERE d.state = 'waiting' AND d.send_after <= ? AND ${nothingBefore}
     ORDER BY d.send_after, d.place LIMIT ?`,
    [at, limit],
  );
  return found.map(({ id, attempts, dueAt }) => ({ jobId: tryId(id, attempts, dueAt, at), id }));
}

const claimSchema = z.object({
  id: z.uuid(),
  webhookId: z.uuid(),
  entryId: z.uuid(),
  attempts: z.int(),
  sendAfter: z.date(),
});
export type DeliveryRow = z.infer<typeof claimSchema>;

/** A delivery that may be tried now; null when it is not due or something must go before it. */
export const dueDelivery = (sql: Sql, id: string, at: Date): Promise<DeliveryRow | null> =>
  firstRow(
    sql,
    claimSchema,
    `SELECT d.id, d.webhook_id AS webhookId, d.entry_id AS entryId, d.attempts,
       d.send_after AS sendAfter
     FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id AND w.active
     WHERE d.id = ? AND d.state = 'waiting' AND d.send_after <= ? AND ${nothingBefore}`,
    [id, at],
  );

export const deliveryColumns = `d.id, d.webhook_id AS webhookId, d.entry_id AS entryId,
  l.fact AS type, d.state, d.attempts, IF(d.state = 'waiting', d.send_after, NULL) AS nextAttemptAt,
  d.last_status AS lastStatus, d.last_error AS lastError, d.created_at AS createdAt,
  d.sent_at AS sentAt`;
export const deliveryTables = 'webhook_delivery d JOIN ledger_entry l ON l.id = d.entry_id';
export const deliveryRowSchema = webhookDeliverySchema.extend({
  attempts: wholeNumber,
  lastStatus: wholeNumber.nullable(),
});

/** Whether any webhook listens. */
export async function anyWebhook(sql: Sql): Promise<boolean> {
  const found = await firstRow(
    sql,
    z.object({ id: z.uuid() }),
    'SELECT id FROM webhook WHERE active LIMIT 1',
  );
  return found !== null;
}
