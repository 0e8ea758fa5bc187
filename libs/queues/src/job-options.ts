import type { JobsOptions } from 'bullmq';
import { isLedgerJob, jobs, type JobName } from './jobs.js';

/** How long done jobs stay visible in Redis, and failed ones that will come again by themselves. */
const keepDone = { age: 3_600, count: 1_000 };
const keepFailed = { age: 86_400, count: 1_000 };

/**
 * BullMQ's options of a job: its tries as declared, its id so that it is queued once. A dead
 * job of a ledger entry stays until it is sent again; what is due in its table gets a new id.
 */
export const jobOptions = (name: JobName, jobId: string): JobsOptions => ({
  jobId,
  attempts: jobs[name].attempts,
  backoff: { type: 'exponential', delay: jobs[name].backoffMs, jitter: 0.3 },
  removeOnComplete: keepDone,
  removeOnFail: isLedgerJob(name) ? false : keepFailed,
});

/** The id of a ledger entry's job: BullMQ refuses ids with `:` or of digits only. */
export const ledgerJobId = (job: JobName, entryId: string, part = ''): string =>
  [job.replaceAll('.', '-'), entryId, ...(part ? [part] : [])].join('_');
