import { Injectable } from '@nestjs/common';
import { FlowProducer } from 'bullmq';
import { DataSource } from 'typeorm';
import { Clock, Transactions, rows } from '@desk/database';
import { anyWebhook } from '@desk/notifications';
import { entryColumns, entrySchema, placeNewEntries } from '@desk/ledger';
import { JobQueues, enqueueLedgerJobs, jobsOfEntries, plan } from '@desk/queues';
import { reactionsTo } from './reactions.js';

/** Entries handled in one pass. */
const BATCH = 300;

/**
 * Takes what the ledger has new to the queues, in three steps, each safe to repeat:
 * number the entries and write down their jobs (one transaction), hand the jobs to Redis,
 * mark the entries dispatched. Killed in between, the next pass goes on from there.
 */
@Injectable()
export class LedgerRelay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queues: JobQueues,
    private readonly flows: FlowProducer,
  ) {}

  /** One pass; true when there may be more to do at once. */
  async pass(): Promise<boolean> {
    const placed = await this.place();
    const dispatched = await this.dispatch();
    return placed === BATCH || dispatched === BATCH;
  }

  private async place(): Promise<number> {
    return this.transactions.run(async (tx) => {
      const entries = await placeNewEntries(tx, BATCH);
      const webhooks = entries.length > 0 && (await anyWebhook(tx));
      const keys = entries.flatMap((entry) =>
        reactionsTo(entry, { webhooks }).map((reaction) => ({ entryId: entry.id, ...reaction })),
      );
      await plan(tx, keys, this.clock.now());
      return entries.length;
    });
  }

  private async dispatch(): Promise<number> {
    const entries = await rows(
      this.dataSource,
      entrySchema,
      `SELECT ${entryColumns} FROM ledger_entry l
       WHERE l.dispatched_at IS NULL AND l.place IS NOT NULL ORDER BY l.id LIMIT ?`,
      [BATCH],
    );
    if (entries.length === 0) return 0;
    const ids = entries.map((entry) => entry.id);
    const planned = await jobsOfEntries(this.dataSource, ids);
    const waiting = planned.filter((job) => job.state === 'waiting');
    await enqueueLedgerJobs(this.queues, this.flows, waiting);
    await this.dataSource.query('UPDATE ledger_entry SET dispatched_at = ? WHERE id IN (?)', [
      this.clock.now(),
      ids,
    ]);
    return entries.length;
  }
}
