import { Injectable } from '@nestjs/common';
import { FlowProducer, type Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { Clock } from '@desk/database';
import {
  JobQueues,
  enqueueLedgerJobs,
  jobs,
  ledgerJobId,
  waitingJobs,
  type LedgerJob,
  type WaitingPlace,
} from '@desk/queues';

const BATCH = 1_000;

/** Rebuilds in Redis what the database says is still to be done. Redis may have lost all. */
@Injectable()
export class Sweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly queues: JobQueues,
    private readonly flows: FlowProducer,
  ) {}

  /**
   * Queues again each job that has waited for at least `olderThanMs` and is not in Redis.
   * Returns how many.
   */
  async pass(olderThanMs: number): Promise<number> {
    const since = new Date(this.clock.now().getTime() - olderThanMs);
    let requeued = 0;
    let after: WaitingPlace | undefined;
    do {
      const waiting = wholeEntries(await waitingJobs(this.dataSource, since, BATCH, after));
      requeued += await this.requeue(waiting);
      after = waiting.at(-1);
    } while (after);
    return requeued;
  }

  /** A lost job comes back with the others of its entry, since some belong to one flow. */
  private async requeue(waiting: readonly LedgerJob[]): Promise<number> {
    const queued = await Promise.all(waiting.map((job) => this.isQueued(job)));
    const lost = waiting.filter((_, index) => !queued[index]);
    const entries = new Set(lost.map((job) => job.entryId));
    await enqueueLedgerJobs(
      this.queues,
      this.flows,
      waiting.filter((job) => entries.has(job.entryId)),
    );
    return lost.length;
  }

  /** A job that Redis thinks done while the database waits for it is as good as lost. */
  private async isQueued({ job, entryId, part }: LedgerJob): Promise<boolean> {
    const queue: Queue = this.queues.queue(jobs[job].queue);
    const id = ledgerJobId(job, entryId, part);
    const state = await queue.getJobState(id);
    if (state === 'unknown') return false;
    if (state !== 'completed' && state !== 'failed') return true;
    await queue.remove(id);
    return false;
  }
}

/** Without the last entry of a full batch, of which there may be more jobs. */
function wholeEntries(batch: LedgerJob[]): LedgerJob[] {
  const last = batch.at(-1)?.entryId;
  return batch.length < BATCH ? batch : batch.filter(({ entryId }) => entryId !== last);
}
