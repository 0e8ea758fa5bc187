import type { JobsOptions } from 'bullmq';
import { jobs, type JobName } from './jobs.js';

/** How long done jobs stay visible in Redis; the failed ones stay until they are sent again. */
const keepDone = { age: 3_600, count: 1_000 };

/** BullMQ's options of a job: its tries as declared, its id so that it is queued once. */
export const jobOptions = (name: JobName, jobId: string): JobsOptions => ({
  jobId,
  attempts: jobs[name].attempts,
  backoff: { type: 'exponential', delay: jobs[name].backoffMs, jitter: 0.3 },
  removeOnComplete: keepDone,
  removeOnFail: false,
});

/** The id of a ledger entry's job: BullMQ refuses ids with `:` or of digits only. */
export const ledgerJobId = (job: JobName, entryId: string, part = ''): string =>
  [job.replaceAll('.', '-'), entryId, ...(part ? [part] : [])].join('_');
