import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { Clock } from '@desk/database';
import { undispatched, unfinishedJobs } from './backlog.queries.js';
import { JobQueues } from './job-queues.service.js';
import { within } from './within.js';

/** A scrape waits so long for the database and for Redis; then it does without. */
const MOST_MS = 1_500;

/** What waits to be done, as Prometheus reads it; measured when it is asked for. */
@Injectable()
export class BacklogMeasures {
  private readonly registry = new Registry();
  private readonly measured = this.gauge(
    'desk_backlog_measured',
    'Whether the measures of this source could be taken: 1 or 0',
    'source',
  );
  private readonly entries = this.gauge(
    'desk_ledger_undispatched_entries',
    'Ledger entries of which nobody has been told yet',
  );
  private readonly oldest = this.gauge(
    'desk_ledger_oldest_undispatched_seconds',
    'Age of the oldest ledger entry of which nobody has been told yet',
  );
  private readonly ledgerJobs = this.gauge(
    'desk_ledger_jobs',
    'Jobs of ledger entries that are not done, by their state in the database',
    'state',
  );
  private readonly depth = this.gauge(
    'desk_queue_jobs',
    'Jobs in a queue by their state',
    'queue',
    'state',
  );
  /** What is being read: nobody asks again who has not been answered yet. */
  private readonly reading = new Map<string, Promise<() => void>>();
  private running: Promise<void> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly queues: JobQueues,
  ) {}

  /** The measures in Prometheus' text format. Who asks while they are taken shares them. */
  async text(): Promise<string> {
    this.running ??= this.take().finally(() => {
      this.running = null;
    });
    await this.running;
    return this.registry.metrics();
  }

  private async take(): Promise<void> {
    await Promise.all([
      this.source('database', [this.entries, this.oldest, this.ledgerJobs], () => this.ledger()),
      this.source('redis', [this.depth], () => this.depths()),
    ]);
  }

  /** What cannot be measured now is left out: an old value would be taken for a new one. */
  private async source(
    name: string,
    gauges: readonly Gauge[],
    read: () => Promise<() => void>,
  ): Promise<void> {
    const reading = this.reading.get(name) ?? read();
    this.reading.set(name, reading);
    const forget = (): void => void this.reading.delete(name);
    reading.then(forget, forget);
    const set = await within(MOST_MS, reading).catch(() => null);
    for (const gauge of gauges) gauge.reset();
    this.measured.set({ source: name }, set ? 1 : 0);
    if (set) set();
    else for (const gauge of gauges) gauge.remove({});
  }

  private async ledger(): Promise<() => void> {
    const [{ count, since }, jobs] = await Promise.all([
      undispatched(this.dataSource),
      unfinishedJobs(this.dataSource),
    ]);
    const seconds = since === null ? 0 : (this.clock.now().getTime() - since.getTime()) / 1_000;
    return () => {
      this.entries.set(count);
      this.oldest.set(Math.max(0, seconds));
      for (const { state, count: n } of jobs) this.ledgerJobs.set({ state }, n);
    };
  }

  private async depths(): Promise<() => void> {
    const all = await Promise.all(
      this.queues.all().map(async (queue) => ({
        queue: queue.name,
        counts: await queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
      })),
    );
    return () => {
      for (const { queue, counts } of all) {
        for (const [state, n] of Object.entries(counts)) this.depth.set({ queue, state }, n);
      }
    };
  }

  private gauge(name: string, help: string, ...labelNames: string[]): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
