import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Entry } from '@desk/ledger';
import { followFact } from '@desk/tasks';
import type { LedgerJobHandler } from '../jobs/ledger-job.runner.js';

/** `tasks.follow`: what people have to do changes with what happened to an edition. */
@Injectable()
export class FollowFacts implements LedgerJobHandler {
  async handle(tx: EntityManager, at: Date, entry: Entry): Promise<void> {
    await followFact(tx, at, entry);
  }
}
