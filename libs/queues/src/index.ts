export { BacklogMeasures } from './backlog-measures.js';
export { jobOptions, ledgerJobId } from './job-options.js';
export { JobQueues } from './job-queues.service.js';
export { isJobName, isLedgerJob, jobs, jobsOf, ledgerJobs, queueNames } from './jobs.js';
export type { JobName, JobPayload, LedgerJobName, LedgerJobPayload, QueueName } from './jobs.js';
export { QueuesModule } from './queues.module.js';
export { RedisBell, ledgerChannel } from './redis-bell.js';
export {
  keyPrefix,
  producerOptions,
  redisConnection,
  redisOptions,
  workerOptions,
} from './redis.js';
export { enqueueLedgerJobs } from './enqueue-ledger-jobs.js';
export {
  deadJobs,
  fail,
  finish,
  jobsOfEntries,
  plan,
  revive,
  waitingJobs,
} from './ledger-jobs.queries.js';
export type { LedgerJob, LedgerJobKey, WaitingPlace } from './ledger-jobs.queries.js';
export { DeadLetters } from './dead-letters.service.js';
