import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { firstRow, wholeNumber } from '@desk/database';
import type { Entry } from '@desk/ledger';
import type { LedgerJobHandler } from '../jobs/ledger-job.runner.js';

/**
 * The parent of the flow: runs when the children of all languages are through, and holds them
 * to it. Should the queue have forgotten one, this job fails and is tried again until the
 * sweep has brought the child back.
 */
@Injectable()
export class PrepareArticle implements LedgerJobHandler {
  async handle(tx: EntityManager, _at: Date, entry: Entry): Promise<void> {
    const open = await firstRow(
      tx,
      z.object({ n: wholeNumber }),
      `SELECT COUNT(*) AS n FROM ledger_job
       WHERE entry_id = ? AND job = 'translation.prepare-edition' AND state <> 'done'`,
      [entry.id],
    );
    if (open && open.n > 0) throw new Error(`${open.n} languages are not prepared yet`);
  }
}
