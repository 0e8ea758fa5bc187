import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock, firstRow, rows, wholeNumber } from '@desk/database';
import { JobQueues } from '@desk/queues';

collectDefaultMetrics();

const depth = new Gauge({
  name: 'desk_queue_jobs',
  help: 'Jobs in a queue by their state',
  labelNames: ['queue', 'state'],
});
const undispatched = new Gauge({
  name: 'desk_ledger_undispatched_entries',
  help: 'Ledger entries of which nobody has been told yet',
});
const oldest = new Gauge({
  name: 'desk_ledger_oldest_undispatched_seconds',
  help: 'Age of the oldest ledger entry of which nobody has been told yet',
});
const ledgerJobs = new Gauge({
  name: 'desk_ledger_jobs',
  help: 'Jobs of ledger entries by their state in the database',
  labelNames: ['state'],
});

/** Takes the measures that are read from the database and Redis, when they are asked for. */
@Injectable()
export class Measures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly queues: JobQueues,
  ) {}

  async take(): Promise<void> {
    await this.ledger();
    await this.depths().catch(() => depth.reset());
  }

  private async ledger(): Promise<void> {
    const waiting = await firstRow(
      this.dataSource,
      z.object({ n: wholeNumber, since: z.date().nullable() }),
      'SELECT COUNT(*) AS n, MIN(at) AS since FROM ledger_entry WHERE dispatched_at IS NULL',
    );
    const since = waiting?.since?.getTime();
    undispatched.set(waiting?.n ?? 0);
    oldest.set(since === undefined ? 0 : (this.clock.now().getTime() - since) / 1_000);
    const states = await rows(
      this.dataSource,
      z.object({ state: z.string(), n: wholeNumber }),
      `SELECT state, COUNT(*) AS n FROM ledger_job WHERE state <> 'done' GROUP BY state`,
    );
    ledgerJobs.reset();
    for (const { state, n } of states) ledgerJobs.set({ state }, n);
  }

  private async depths(): Promise<void> {
    for (const queue of this.queues.all()) {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
      for (const [state, n] of Object.entries(counts)) depth.set({ queue: queue.name, state }, n);
    }
  }
}
