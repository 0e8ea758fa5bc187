import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Entry } from '@desk/ledger';
import { FanOut } from '@desk/notifications';
import type { LedgerJobHandler } from '../jobs/ledger-job.runner.js';

/** The job `notifications.fan-out`: those who must know of an entry are told. */
@Injectable()
export class TellPeople implements LedgerJobHandler {
  constructor(private readonly notices: FanOut) {}

  handle(tx: EntityManager, at: Date, entry: Entry): Promise<void> {
    return this.notices.fanOut(tx, at, entry);
  }
}
