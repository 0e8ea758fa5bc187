import type { Redis } from 'ioredis';
import type { JobName, JobQueues } from '@desk/queues';

/** The jobs that come round by themselves, and how often, in milliseconds. */
const rounds = {
  'maintenance.sweep': 15_000,
  'maintenance.leases': 30_000,
  'maintenance.reminders': 60_000,
  'maintenance.digests': 60_000,
  'maintenance.cleaning': 3_600_000,
} as const satisfies Partial<Record<JobName, number>>;

/**
 * Makes sure that each round's scheduler is in Redis; one each, however often it is called. One
 * that is right stays untouched: writing it anew would put its next round off.
 */
export async function keepSchedules(queues: JobQueues): Promise<void> {
  const queue = queues.queue('maintenance');
  for (const [name, every] of Object.entries(rounds)) {
    const kept = await queue.getJobScheduler(name);
    if (kept && Number(kept.every) === every) continue;
    await queue.upsertJobScheduler(
      name,
      { every },
      { name, data: {}, opts: { removeOnComplete: 10, removeOnFail: 50 } },
    );
  }
}

/** The key by which it is seen that Redis was emptied or is another one than before. */
const witness = 'desk:witness';

/** True when Redis does not remember us: it lost what it knew. Leaves the witness again. */
export async function redisForgot(redis: Redis): Promise<boolean> {
  return (await redis.set(witness, 'here', 'NX')) === 'OK';
}
