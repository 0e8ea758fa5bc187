import type { JobName, JobPayload, LedgerJobName } from '@desk/queues';
import type { LedgerJobHandler } from './ledger-job.runner.js';

/** What each job that follows a ledger entry does. */
export type LedgerHandlers = Readonly<Record<LedgerJobName, LedgerJobHandler>>;

/** What each other job does. They read the truth again and are safe to run twice. */
export type PlainHandlers = {
  readonly [N in Exclude<JobName, LedgerJobName>]: (payload: JobPayload<N>) => Promise<void>;
};
