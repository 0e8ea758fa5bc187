import { z } from 'zod';

/** The queues, as design.md names them. */
export const queueNames = [
  'translation',
  'suggestions',
  'notifications',
  'email',
  'webhooks',
  'publishing',
  'media',
  'maintenance',
] as const;
export type QueueName = (typeof queueNames)[number];

/**
 * What a job carries: ids, never text or secrets. `place: the ledger` jobs follow a ledger
 * entry; their handler runs once per entry whatever is retried.
 */
const ledgerJob = z.strictObject({
  entryId: z.uuid(),
  part: z.string().default(''),
});
export type LedgerJobPayload = z.infer<typeof ledgerJob>;

interface Job {
  readonly queue: QueueName;
  readonly payload: z.ZodType;
  /** Tries before the job is dead, and the first pause between them; it doubles each time. */
  readonly attempts: number;
  readonly backoffMs: number;
}

const nothing = z.strictObject({});

/** Every job there is, declared once: its queue, its payload, how often it is tried. */
export const jobs = {
  'translation.prepare': {
    queue: 'translation',
    payload: ledgerJob,
    attempts: 8,
    backoffMs: 500,
  },
  'translation.prepare-edition': {
    queue: 'translation',
    payload: ledgerJob,
    attempts: 8,
    backoffMs: 500,
  },
  'translation.read-file': {
    queue: 'translation',
    payload: z.strictObject({ fileId: z.uuid() }),
    attempts: 1,
    backoffMs: 1_000,
  },
  'translation.suggest': {
    queue: 'suggestions',
    payload: z.strictObject({ orderId: z.uuid() }),
    attempts: 1,
    backoffMs: 1_000,
  },
  'tasks.follow': { queue: 'notifications', payload: ledgerJob, attempts: 8, backoffMs: 500 },
  'notifications.fan-out': {
    queue: 'notifications',
    payload: ledgerJob,
    attempts: 8,
    backoffMs: 500,
  },
  'webhooks.fan-out': { queue: 'webhooks', payload: ledgerJob, attempts: 8, backoffMs: 500 },
  'email.deliver': {
    queue: 'email',
    payload: z.strictObject({ emailId: z.uuid() }),
    attempts: 1,
    backoffMs: 1_000,
  },
  'webhooks.deliver': {
    queue: 'webhooks',
    payload: z.strictObject({ deliveryId: z.uuid() }),
    attempts: 1,
    backoffMs: 1_000,
  },
  'publishing.release': {
    queue: 'publishing',
    payload: z.strictObject({ releaseId: z.uuid() }),
    attempts: 5,
    backoffMs: 500,
  },
  'media.renditions': { queue: 'media', payload: ledgerJob, attempts: 8, backoffMs: 500 },
  'maintenance.sweep': { queue: 'maintenance', payload: nothing, attempts: 1, backoffMs: 1_000 },
  'maintenance.leases': { queue: 'maintenance', payload: nothing, attempts: 1, backoffMs: 1_000 },
  'maintenance.reminders': {
    queue: 'maintenance',
    payload: nothing,
    attempts: 1,
    backoffMs: 1_000,
  },
  'maintenance.digests': { queue: 'maintenance', payload: nothing, attempts: 1, backoffMs: 1_000 },
  'maintenance.cleaning': { queue: 'maintenance', payload: nothing, attempts: 1, backoffMs: 1_000 },
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]['payload']>;

/** Jobs that follow a ledger entry and have their row in `ledger_job`. */
export const ledgerJobs = [
  'translation.prepare',
  'translation.prepare-edition',
  'tasks.follow',
  'notifications.fan-out',
  'webhooks.fan-out',
  'media.renditions',
] as const satisfies readonly JobName[];
export type LedgerJobName = (typeof ledgerJobs)[number];

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name);
export const isLedgerJob = (name: string): name is LedgerJobName =>
  ledgerJobs.some((job) => job === name);

/** The jobs of one queue. */
export const jobsOf = (queue: QueueName): JobName[] =>
  Object.keys(jobs).filter(
    (name): name is JobName => isJobName(name) && jobs[name].queue === queue,
  );
