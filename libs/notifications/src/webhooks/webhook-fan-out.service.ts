import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { change, newId, rows } from '@desk/database';
import type { Entry } from '@desk/ledger';
import { isWebhookFact } from './webhook-message.js';
import { webhookColumns, webhookRowSchema } from './webhooks.queries.js';

/** Writes down which webhooks are to hear of what happened. */
@Injectable()
export class WebhookFanOut {
  /**
   * One delivery for each active webhook that hears this fact, in the transaction given.
   * Repeated it adds nothing: a webhook has one delivery an entry.
   */
  async fanOut(tx: EntityManager, at: Date, entry: Entry): Promise<void> {
    const { fact, place } = entry;
    if (!isWebhookFact(fact)) return;
    if (place === null) throw new Error('the entry has no place yet');
    const active = await rows(
      tx,
      webhookRowSchema,
      `SELECT ${webhookColumns} FROM webhook w WHERE w.active`,
    );
    const hearing = active.filter(({ facts }) => facts.length === 0 || facts.includes(fact));
    if (hearing.length === 0) return;
    await change(
      tx,
      `INSERT INTO webhook_delivery
         (id, webhook_id, entry_id, article_id, place, send_after, created_at)
       VALUES ${hearing.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}
       ON DUPLICATE KEY UPDATE id = webhook_delivery.id`,
      hearing.flatMap(({ id }) => [newId(), id, entry.id, entry.articleId, place, at, at]),
    );
  }
}
