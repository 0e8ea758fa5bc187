import { isNativeError } from 'node:util/types';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { WebhookTest } from '@desk/contracts';
import { Clock, change, newId } from '@desk/database';
import { Invalid } from '@desk/errors';
import { Commands, entry as readEntry, inContext, record } from '@desk/ledger';
import type { Person } from '@desk/people';
import { NOTIFICATION_SETTINGS, type NotificationSettings } from '../settings.js';
import { guardedPost } from './guarded-post.js';
import { checkedAddresses, webhookUrl } from './public-address.js';
import { mayManageWebhooks } from './webhooks.policy.js';
import { isWebhookFact, signedHeaders, webhookMessage } from './webhook-message.js';
import {
  dueDelivery,
  liveSecrets,
  webhook,
  type DeliveryRow,
  type WebhookRow,
} from './webhooks.queries.js';

/** How long a name may take to be resolved. */
const RESOLVE_MS = 5_000;
/** Longer than a try may take: resolving, and ten seconds. */
const LEASE_MS = 60_000;
/** The pauses after each failed try; after the last a delivery is dead. About a day and a half. */
const pausesMs = [
  5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000, 28_800_000,
  57_600_000,
];
/** So many deliveries dead in a row, and the webhook is switched off. */
const MOST_FAILURES = 5;
/** One receiver that hangs must not hold up the others: so many tries of one at a time. */
const MOST_AT_ONCE = 3;

/** What became of a try. `later`: not due, or its receiver is busy with others. */
export type WebhookDelivered = 'sent' | 'waiting' | 'dead' | 'later';

interface Outcome {
  readonly status: number | null;
  readonly error: string | null;
}

/** Sends messages to webhooks. */
@Injectable()
export class WebhookDeliveryService {
  private readonly atOnce = new Map<string, number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
    private readonly clock: Clock,
    @Inject(NOTIFICATION_SETTINGS) private readonly settings: NotificationSettings,
  ) {}

  /** Tries a delivery: claims it, posts it, marks how it went. Never throws for the receiver. */
  async deliver(deliveryId: string): Promise<WebhookDelivered> {
    const at = this.clock.now();
    const due = await dueDelivery(this.dataSource, deliveryId, at);
    if (!due) return 'later';
    const busy = this.atOnce.get(due.webhookId) ?? 0;
    if (busy >= MOST_AT_ONCE) {
      await this.putOff(due);
      return 'later';
    }
    this.atOnce.set(due.webhookId, busy + 1);
    try {
      const delivery = await this.claim(due, at);
      return delivery ? await this.attempt(delivery) : 'later';
    } finally {
      this.atOnce.set(due.webhookId, (this.atOnce.get(due.webhookId) ?? 1) - 1);
    }
  }

  /** Posts a message of no consequence now, and says how it went. */
  async test(person: Person, webhookId: string): Promise<WebhookTest> {
    mayManageWebhooks(person);
    const hook = await webhook(this.dataSource, webhookId);
    const timestamp = this.clock.now().toISOString();
    const message = { type: 'webhook.test', timestamp, data: { webhookId } };
    const outcome = await this.post(hook, newId(), JSON.stringify(message));
    return { delivered: isTaken(outcome), ...outcome };
  }

  /** The lease is the time of the next try: whoever dies while sending is tried again then. */
  private async claim(due: DeliveryRow, at: Date): Promise<DeliveryRow | null> {
    const claimed = await change(
      this.dataSource,
      `UPDATE webhook_delivery SET attempts = attempts + 1, send_after = ?
       WHERE id = ? AND state = 'waiting' AND attempts = ? AND send_after <= ?`,
      [new Date(at.getTime() + LEASE_MS), due.id, due.attempts, at],
    );
    return claimed === 1 ? { ...due, attempts: due.attempts + 1 } : null;
  }

  private async putOff({ id, attempts, sendAfter }: DeliveryRow): Promise<void> {
    const soon = new Date(Math.max(this.clock.now().getTime(), sendAfter.getTime()) + 1_000);
    await change(
      this.dataSource,
      `UPDATE webhook_delivery SET send_after = ?
       WHERE id = ? AND state = 'waiting' AND attempts = ? AND send_after = ?`,
      [soon, id, attempts, sendAfter],
    );
  }

  private async attempt(delivery: DeliveryRow): Promise<WebhookDelivered> {
    const entry = await readEntry(this.dataSource, delivery.entryId);
    const hook = await webhook(this.dataSource, delivery.webhookId);
    if (!isWebhookFact(entry.fact)) throw new Error(`webhooks do not hear ${entry.fact}`);
    const body = JSON.stringify(webhookMessage(entry.fact, entry));
    const outcome = await inContext({ requestId: entry.requestId }, () =>
      this.post(hook, delivery.id, body),
    );
    return isTaken(outcome) ? this.taken(delivery, outcome) : this.refused(delivery, outcome);
  }

  private async post(hook: WebhookRow, id: string, body: string): Promise<Outcome> {
    try {
      const url = webhookUrl(hook.url);
      const to = await within(
        RESOLVE_MS,
        checkedAddresses(url.hostname, this.settings.webhooksAllowPrivate),
      );
      const at = this.clock.now();
      const status = await guardedPost(
        url,
        to,
        signedHeaders(id, at, body, liveSecrets(hook, at)),
        body,
      );
      return { status, error: status >= 200 && status < 300 ? null : `answered ${status}` };
    } catch (error) {
      return { status: null, error: said(error) };
    }
  }

  private async taken(delivery: DeliveryRow, outcome: Outcome): Promise<WebhookDelivered> {
    const sentAt = this.clock.now();
    const ended = await endTry(this.dataSource, delivery, { state: 'sent', outcome, sentAt });
    if (ended) {
      await change(
        this.dataSource,
        'UPDATE webhook SET failures = 0 WHERE id = ? AND failures > 0',
        [delivery.webhookId],
      );
    }
    return 'sent';
  }

  private async refused(delivery: DeliveryRow, outcome: Outcome): Promise<WebhookDelivered> {
    const pause = pausesMs[delivery.attempts - 1];
    if (pause !== undefined && outcome.status !== 410) {
      const sendAfter = new Date(this.clock.now().getTime() + pause);
      await endTry(this.dataSource, delivery, { state: 'waiting', outcome, sendAfter });
      return 'waiting';
    }
    await this.commands.run(async (tx, at) => {
      const ended = await endTry(tx, delivery, { state: 'dead', outcome });
      if (ended) await this.countFailure(tx, at, delivery.webhookId, outcome.status === 410);
    });
    return 'dead';
  }

  /** A receiver that says it is gone, or fails again and again, is not called any more. */
  private async countFailure(
    tx: EntityManager,
    at: Date,
    id: string,
    gone: boolean,
  ): Promise<void> {
    const reason = gone ? 'webhook.gone' : 'webhook.failing';
    await change(tx, 'UPDATE webhook SET failures = failures + 1 WHERE id = ?', [id]);
    const disabled = await change(
      tx,
      `UPDATE webhook SET active = false, disabled_reason = ?, version = version + 1
       WHERE id = ? AND active AND (failures >= ? OR ?)`,
      [reason, id, MOST_FAILURES, gone],
    );
    if (disabled === 1)
      await record(tx, at, null, 'webhook.disabled', { subjectId: id }, { reason });
  }
}

/** @throws Error when the promise takes longer */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer in time'));
    }, milliseconds);
  });
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer);
  });
}

const isTaken = ({ error }: Outcome): boolean => error === null;

/** Only for whoever still holds the claim. */
async function endTry(
  sql: { query(text: string, parameters?: unknown[]): Promise<unknown> },
  { id, attempts }: DeliveryRow,
  end: { state: 'sent' | 'waiting' | 'dead'; outcome: Outcome; sendAfter?: Date; sentAt?: Date },
): Promise<boolean> {
  const touched = await change(
    sql,
    `UPDATE webhook_delivery SET state = ?, last_status = ?, last_error = ?, sent_at = ?,
       send_after = COALESCE(?, send_after)
     WHERE id = ? AND state = 'waiting' AND attempts = ?`,
    [
      end.state,
      end.outcome.status,
      end.outcome.error?.slice(0, 1_000) ?? null,
      end.sentAt ?? null,
      end.sendAfter ?? null,
      id,
      attempts,
    ],
  );
  return touched === 1;
}

/** What is told of a failure: its kind, nothing that the receiver or the network said. */
function said(error: unknown): string {
  if (error instanceof Invalid) return error.code;
  if (!isNativeError(error)) return 'no connection';
  if (error.message === 'no answer in time') return error.message;
  const code = 'code' in error ? String(error.code) : '';
  if (/^E(?!RR_|PROTO)[A-Z_]+$/.test(code)) return `no connection (${code})`;
  return code ? `no secure connection (${code.slice(0, 60)})` : 'no connection';
}
