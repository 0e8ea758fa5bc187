import type { Queue } from 'bullmq';
import { jobOptions } from './job-options.js';
import { jobs, type JobName, type JobPayload, type QueueName } from './jobs.js';
import { within } from './within.js';

/** How long a process that has not yet met its Redis waits for it. */
const FIRST_MEETING_MS = 1_000;

/** Adds declared jobs to their queues. Fails at once, or soon, while Redis is away. */
export class JobQueues {
  private readonly byName: ReadonlyMap<string, Queue>;

  constructor(queues: readonly Queue[]) {
    this.byName = new Map(queues.map((queue) => [queue.name, queue]));
    for (const queue of queues) queue.on('error', () => undefined);
  }

  queue(name: QueueName): Queue {
    const found = this.byName.get(name);
    if (!found) throw new Error(`no queue ${name}`);
    return found;
  }

  /**
   * The queue once Redis was reached. BullMQ's commands fail at once when Redis goes away, but
   * wait without end for one that was never there.
   * @throws Error when it is not reached soon
   */
  async reached(name: QueueName): Promise<Queue> {
    const queue = this.queue(name);
    await within(FIRST_MEETING_MS, queue.waitUntilReady());
    return queue;
  }

  all(): Queue[] {
    return [...this.byName.values()];
  }

  /** Adds a job under an id; while a job of that id is in Redis nothing is added. */
  async add<N extends JobName>(name: N, jobId: string, payload: JobPayload<N>): Promise<void> {
    const queue = await this.reached(jobs[name].queue);
    await queue.add(name, payload, jobOptions(name, jobId));
  }

  /** Adds many jobs of one kind in one round trip. */
  async addAll<N extends JobName>(
    name: N,
    all: readonly { jobId: string; payload: JobPayload<N> }[],
  ): Promise<void> {
    if (all.length === 0) return;
    const queue = await this.reached(jobs[name].queue);
    await queue.addBulk(
      all.map(({ jobId, payload }) => ({ name, data: payload, opts: jobOptions(name, jobId) })),
    );
  }

  /** Whether Redis answers now. */
  async isReachable(): Promise<boolean> {
    const [queue] = this.byName.values();
    if (!queue) return false;
    return within(1_000, queue.getJobCounts('waiting')).then(
      () => true,
      () => false,
    );
  }
}
