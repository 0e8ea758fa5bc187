import { isNativeError } from 'node:util/types';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  encodeCursor,
  readCursor,
  type Page,
  type PageQuery,
  type Webhook,
  type WebhookChange,
  type WebhookDelivery,
  type WebhookDraft,
  type WebhookWithSecret,
} from '@desk/contracts';
import { Clock, change, firstRow, newId, rows } from '@desk/database';
import { Missing, Refused } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import type { Person } from '@desk/people';
import { NOTIFICATION_SETTINGS, type NotificationSettings } from '../settings.js';
import { checkedAddresses, webhookUrl } from './public-address.js';
import { mayManageWebhooks } from './webhooks.policy.js';
import { newWebhookSecret } from './webhook-message.js';
import {
  deliveryColumns,
  deliveryRowSchema,
  deliveryTables,
  webhook,
  webhookColumns,
  webhookRowSchema,
  webhookShown,
} from './webhooks.queries.js';

/** How long the old key signs too after a change. */
const OLD_KEY_MS = 86_400_000;

/** The administration of webhooks. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
    private readonly clock: Clock,
    @Inject(NOTIFICATION_SETTINGS) private readonly settings: NotificationSettings,
  ) {}

  async all(person: Person): Promise<Webhook[]> {
    mayManageWebhooks(person);
    const found = await rows(
      this.dataSource,
      webhookRowSchema,
      `SELECT ${webhookColumns} FROM webhook w ORDER BY w.id`,
    );
    return found.map((row) => webhookShown(row, this.clock.now()));
  }

  async one(person: Person, id: string): Promise<Webhook> {
    mayManageWebhooks(person);
    return webhookShown(await webhook(this.dataSource, id), this.clock.now());
  }

  /** Its secret is in the answer to this and to `rotate`, and never again. */
  async create(person: Person, { url, facts }: WebhookDraft): Promise<WebhookWithSecret> {
    mayManageWebhooks(person);
    await this.checkUrl(url);
    return this.commands.run(async (tx, at) => {
      const id = newId();
      const secret = newWebhookSecret();
      await change(
        tx,
        'INSERT INTO webhook (id, url, secret, facts, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?)',
        [id, url, secret, JSON.stringify(facts), person.id, at],
      );
      await record(tx, at, person.id, 'webhook.created', { subjectId: id }, { url: originOf(url) });
      return { ...webhookShown(await webhook(tx, id), at), secret };
    });
  }

  /** Switched on again, it begins anew: its failures are forgotten, what waits is sent. */
  async change(
    person: Person,
    id: string,
    expectedVersion: number,
    { url, facts, active }: WebhookChange,
  ): Promise<Webhook> {
    mayManageWebhooks(person);
    if (url !== undefined) await this.checkUrl(url);
    return this.commands.run(async (tx, at) => {
      const before = await webhook(tx, id);
      const next = {
        url: url ?? before.url,
        facts: facts ?? before.facts,
        active: active ?? before.active,
      };
      const reset = next.active && !before.active;
      await expecting(
        before.version,
        change(
          tx,
          `UPDATE webhook SET url = ?, facts = ?, active = ?, failures = ?, disabled_reason = ?,
             version = version + 1 WHERE id = ? AND version = ?`,
          [
            next.url,
            JSON.stringify(next.facts),
            next.active,
            reset ? 0 : before.failures,
            next.active ? null : before.disabledReason,
            id,
            expectedVersion,
          ],
        ),
      );
      const fields = Object.entries({ url, facts, active }).flatMap(([name, value]) =>
        value === undefined ? [] : [name],
      );
      await record(tx, at, person.id, 'webhook.changed', { subjectId: id }, { fields });
      return webhookShown(await webhook(tx, id), at);
    });
  }

  /** A new key; for a day the old one signs too, so that receivers can change in peace. */
  async rotate(person: Person, id: string, expectedVersion: number): Promise<WebhookWithSecret> {
    mayManageWebhooks(person);
    return this.commands.run(async (tx, at) => {
      const before = await webhook(tx, id);
      const secret = newWebhookSecret();
      await expecting(
        before.version,
        change(
          tx,
          `UPDATE webhook SET previous_secret = secret, secret = ?, previous_until = ?,
             version = version + 1 WHERE id = ? AND version = ?`,
          [secret, new Date(at.getTime() + OLD_KEY_MS), id, expectedVersion],
        ),
      );
      await record(tx, at, person.id, 'webhook.changed', { subjectId: id }, { fields: ['secret'] });
      return { ...webhookShown(await webhook(tx, id), at), secret };
    });
  }

  /** Ends it, with the log of its deliveries. */
  async remove(person: Person, id: string, expectedVersion: number): Promise<void> {
    mayManageWebhooks(person);
    await this.commands.run(async (tx, at) => {
      const before = await webhook(tx, id);
      await expecting(
        before.version,
        change(tx, 'DELETE FROM webhook WHERE id = ? AND version = ?', [id, expectedVersion]),
      );
      await change(tx, 'DELETE FROM webhook_delivery WHERE webhook_id = ?', [id]);
      await record(tx, at, person.id, 'webhook.deleted', { subjectId: id }, {});
    });
  }

  /** The log of deliveries, newest first. */
  async deliveries(person: Person, id: string, query: PageQuery): Promise<Page<WebhookDelivery>> {
    mayManageWebhooks(person);
    await webhook(this.dataSource, id);
    const before = query.cursor === undefined ? [] : readCursor(query.cursor, z.tuple([z.uuid()]));
    const found = await rows(
      this.dataSource,
      deliveryRowSchema,
      `SELECT ${deliveryColumns} FROM ${deliveryTables}
       WHERE d.webhook_id = ? ${before.length === 0 ? '' : 'AND d.id < ?'}
       ORDER BY d.id DESC LIMIT ?`,
      [id, ...before, query.limit + 1],
    );
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    return { items, next: found.length > query.limit && last ? encodeCursor([last.id]) : null };
  }

  /**
   * Sends a message again, under its old id.
   * @throws Refused `webhook.delivery_waiting` when it has not come to an end
   */
  async resend(person: Person, deliveryId: string): Promise<WebhookDelivery> {
    mayManageWebhooks(person);
    return this.commands.run(async (tx, at) => {
      const revived = await change(
        tx,
        `UPDATE webhook_delivery SET state = 'waiting', attempts = 0, send_after = ?,
           last_status = NULL, last_error = NULL, sent_at = NULL
         WHERE id = ? AND state <> 'waiting'`,
        [at, deliveryId],
      );
      const found = await firstRow(
        tx,
        deliveryRowSchema,
        `SELECT ${deliveryColumns} FROM ${deliveryTables} WHERE d.id = ?`,
        [deliveryId],
      );
      if (!found) throw new Missing('webhook.delivery_missing', { id: deliveryId });
      if (revived === 0) throw new Refused('webhook.delivery_waiting', { id: deliveryId });
      await record(
        tx,
        at,
        person.id,
        'job.resent',
        { subjectId: deliveryId },
        { job: 'webhooks.deliver' },
      );
      return found;
    });
  }

  /** Refused at once rather than at the first message. A name may still change: it is checked again each time. */
  private async checkUrl(text: string): Promise<void> {
    const url = webhookUrl(text);
    try {
      await checkedAddresses(url.hostname, this.settings.webhooksAllowPrivate);
    } catch (error) {
      if (!isUnresolved(error)) throw error;
    }
  }
}

/** A name that cannot be resolved now may be later. */
const isUnresolved = (error: unknown): boolean =>
  isNativeError(error) && 'syscall' in error && error.syscall === 'getaddrinfo';

/** @throws Refused `request.changed_meanwhile` when nothing had the expected version */
async function expecting(currentVersion: number, changing: Promise<number>): Promise<void> {
  if ((await changing) !== 1) throw new Refused('request.changed_meanwhile', { currentVersion });
}

/** A path or query may hold a key of the receiver's; the journal keeps only where it is. */
const originOf = (url: string): string => new URL(url).origin;
