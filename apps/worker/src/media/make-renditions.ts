import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Renditions } from '@desk/articles';
import { saying, type Entry } from '@desk/ledger';
import type { LedgerJobHandler } from '../jobs/ledger-job.runner.js';

/**
 * Makes the sizes of a picture that came, or of which another part is shown. The files are made
 * before the transaction that says that they are there; made twice they are the same.
 */
@Injectable()
export class MakeRenditions implements LedgerJobHandler {
  constructor(private readonly renditions: Renditions) {}

  async ready(entry: Entry): Promise<void> {
    const key = keyOf(entry);
    if (key !== null) await this.renditions.make(key);
  }

  async handle(tx: EntityManager, at: Date, entry: Entry): Promise<void> {
    const key = keyOf(entry);
    if (key !== null) await this.renditions.settle(tx, at, key);
  }
}

const keyOf = (entry: Entry): string | null =>
  (saying('media.added', entry) ?? saying('media.reframed', entry))?.key ?? null;
