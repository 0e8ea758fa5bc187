import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Entry } from '@desk/ledger';
import { WebhookFanOut } from '@desk/notifications';
import type { LedgerJobHandler } from '../jobs/ledger-job.runner.js';

/** The job `webhooks.fan-out`: a delivery is written down for each webhook that hears of it. */
@Injectable()
export class TellWebhooks implements LedgerJobHandler {
  constructor(private readonly webhooks: WebhookFanOut) {}

  handle(tx: EntityManager, at: Date, entry: Entry): Promise<void> {
    return this.webhooks.fanOut(tx, at, entry);
  }
}
