import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Worker, type Job } from 'bullmq';
import { keyPrefix, queueNames, workerOptions, type QueueName } from '@desk/queues';
import { JobRunner } from './job.runner.js';
import { REDIS_URL } from '../redis-url.js';

/**
 * Jobs of a queue that are worked on at a time. Translations are few: they use the processor.
 * Suggestions wait for an engine, and hold up nobody else. A picture's sizes take all the
 * processor that they get.
 */
const concurrency: Readonly<Record<QueueName, number>> = {
  translation: 4,
  suggestions: 2,
  notifications: 16,
  email: 5,
  webhooks: 10,
  publishing: 8,
  media: 1,
  maintenance: 1,
};

/** What a killed worker had under way is taken up by another within its lock (30 s) and this. */
const STALLED_INTERVAL_MS = 5_000;

/**
 * A job is begun so often although the process that had it was gone. Being killed beside it says
 * nothing against a job; one that takes the process with it each time is dead in the end.
 */
const MAX_STALLS = 20;

/**
 * Works on the jobs of every queue, on connections of their own: these wait while Redis is
 * away, where those that add jobs fail at once.
 */
@Injectable()
export class QueueProcessors implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private workers: readonly Worker[] = [];

  constructor(
    private readonly runner: JobRunner,
    @Inject(REDIS_URL) private readonly redisUrl: string,
  ) {}

  onApplicationBootstrap(): void {
    this.workers = queueNames.map((name) => this.workOn(name));
  }

  /** What is being worked on is finished; before the database and the mail server are let go. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private workOn(name: QueueName): Worker {
    const worker = new Worker(name, (job: Job) => this.runner.run(job), {
      connection: workerOptions(this.redisUrl),
      prefix: keyPrefix,
      concurrency: concurrency[name],
      stalledInterval: STALLED_INTERVAL_MS,
      maxStalledCount: MAX_STALLS,
    });
    worker.on('failed', (job, error) => {
      if (job) void this.runner.failed(job, error).catch(() => undefined);
    });
    // Without a listener an error of the connection would end the process.
    worker.on('error', () => undefined);
    return worker;
  }
}
