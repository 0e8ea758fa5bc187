import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnrecoverableError, type Job } from 'bullmq';
import { Histogram } from 'prom-client';
import { isJobName, isLedgerJob, jobs, ledgerJobs, type JobName } from '@desk/queues';
import { JobHandlers } from './job-handlers.js';
import { LedgerJobRunner } from './ledger-job.runner.js';

const duration = new Histogram({
  name: 'desk_job_duration_seconds',
  help: 'How long jobs ran',
  labelNames: ['job', 'outcome'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
});

/** Runs any declared job: finds its handler, checks its payload. */
@Injectable()
export class JobRunner implements OnModuleInit {
  constructor(
    private readonly ledgerJobs: LedgerJobRunner,
    private readonly handlers: JobHandlers,
  ) {}

  /** A process refuses to start when a job has no handler, or two. */
  onModuleInit(): void {
    const handled = [...Object.keys(this.handlers.ledger), ...Object.keys(this.handlers.plain)];
    for (const name of Object.keys(jobs)) {
      const count = handled.filter((one) => one === name).length;
      if (count !== 1) throw new Error(`the job ${name} has ${count} handlers`);
    }
    const unknown = handled.find((name) => !isJobName(name));
    if (unknown) throw new Error(`a handler for ${unknown}, which is no declared job`);
  }

  async run(job: Job): Promise<void> {
    const { name } = job;
    if (!isJobName(name)) throw new UnrecoverableError(`unknown job ${name}`);
    const end = duration.startTimer({ job: name });
    try {
      await this.dispatch(name, job.data);
      end({ outcome: 'done' });
    } catch (error) {
      end({ outcome: 'failed' });
      throw error;
    }
  }

  /** Told by the queue of each failed try. */
  async failed(job: Job, error: Error): Promise<void> {
    const { name } = job;
    if (!isLedgerJob(name)) return;
    const { entryId, part } = jobs[name].payload.parse(job.data);
    const dead = error.name === 'UnrecoverableError' || job.attemptsMade >= jobs[name].attempts;
    await this.ledgerJobs.failed({ entryId, job: name, part }, error, dead);
  }

  private async dispatch(name: JobName, data: unknown): Promise<void> {
    if (isLedgerJob(name)) {
      const { entryId, part } = jobs[name].payload.parse(data);
      return this.ledgerJobs.run({ entryId, job: name, part }, this.handlers.ledger[name]);
    }
    return this.runPlain(name, data);
  }

  private async runPlain<N extends Exclude<JobName, (typeof ledgerJobs)[number]>>(
    name: N,
    data: unknown,
  ): Promise<void> {
    const handler: (payload: never) => Promise<void> = this.handlers.plain[name];
    await handler(jobs[name].payload.parse(data) as never);
  }
}
