import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Missing } from '@desk/errors';
import { Commands, entry as readEntry, record } from '@desk/ledger';
import { JobQueues } from './job-queues.service.js';
import { ledgerJobId } from './job-options.js';
import { jobs } from './jobs.js';
import { deadJobs, revive, type LedgerJob, type LedgerJobKey } from './ledger-jobs.queries.js';

/** Jobs that failed for good: seen, and sent again. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
    private readonly queues: JobQueues,
  ) {}

  async list(limit: number): Promise<LedgerJob[]> {
    return deadJobs(this.dataSource, limit);
  }

  /**
   * The job is to be done after all. What Redis still knows of it is thrown away; should
   * Redis be out of reach now, the sweep queues the job later.
   * @throws Missing `job.not_dead`
   */
  async resend(personId: string, key: LedgerJobKey): Promise<LedgerJobKey> {
    await this.commands.run(async (tx, at) => {
      if (!(await revive(tx, key))) throw new Missing('job.not_dead', { ...key });
      const of = await readEntry(tx, key.entryId);
      const subject = { sectionId: of.sectionId ?? undefined, subjectId: of.id };
      await record(tx, at, personId, 'job.resent', subject, { job: key.job });
    });
    const jobId = ledgerJobId(key.job, key.entryId, key.part);
    const { entryId, part } = key;
    await this.queues
      .reached(jobs[key.job].queue)
      .then((queue) => queue.remove(jobId))
      .then(() => this.queues.add(key.job, jobId, { entryId, part }))
      .catch(() => undefined);
    return key;
  }
}
