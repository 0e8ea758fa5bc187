import { randomBytes } from 'node:crypto';
import { FlowProducer, Queue } from 'bullmq';
import { newId, SetClock, Transactions } from '@desk/database';
import { Commands, record, SilentBell, type Fact, type FactPayload } from '@desk/ledger';
import {
  DeadLetters,
  JobQueues,
  plan,
  producerOptions,
  queueNames,
  type LedgerJobKey,
} from '@desk/queues';
import { Sweep } from '../../apps/worker/src/relay/sweep.js';
import { aDatabase, type TestDatabase } from './database.js';
import { OwnRedis } from './own-redis.js';

/** A ledger with its jobs, and the queues in a Redis database of their own; nobody works. */
export class QueueingNewsroom {
  readonly clock = new SetClock(new Date('2026-03-02T03:30:00Z'));
  readonly prefix = `test-${randomBytes(4).toString('hex')}`;
  readonly transactions: Transactions;
  readonly commands: Commands;
  readonly queues: JobQueues;
  readonly flows: FlowProducer;
  readonly sweep: Sweep;
  readonly deadLetters: DeadLetters;

  private constructor(
    readonly database: TestDatabase,
    readonly redis: OwnRedis,
  ) {
    const connection = producerOptions(redis.url);
    const { clock, prefix } = this;
    this.transactions = new Transactions(database.dataSource);
    this.commands = new Commands(this.transactions, clock, new SilentBell());
    this.queues = new JobQueues(queueNames.map((name) => new Queue(name, { connection, prefix })));
    this.flows = new FlowProducer({ connection, prefix });
    this.sweep = new Sweep(database.dataSource, clock, this.queues, this.flows);
    this.deadLetters = new DeadLetters(database.dataSource, this.commands, this.queues);
  }

  static async open(): Promise<QueueingNewsroom> {
    const newsroom = new QueueingNewsroom(await aDatabase(), await OwnRedis.open(4));
    await Promise.all(newsroom.queues.all().map((queue) => queue.waitUntilReady()));
    return newsroom;
  }

  async close(): Promise<void> {
    await Promise.all(this.queues.all().map((queue) => queue.close()));
    await this.flows.close();
    await this.redis.close();
    await this.database.drop();
  }

  /** A fact is in the ledger, with the jobs that follow it written down beside it. */
  async happens<F extends Fact>(
    fact: F,
    payload: FactPayload<F>,
    follow: readonly Omit<LedgerJobKey, 'entryId'>[],
  ): Promise<LedgerJobKey[]> {
    return this.transactions.run(async (tx) => {
      const at = this.clock.now();
      const entryId = await record(tx, at, null, fact, { articleId: newId() }, payload);
      const keys = follow.map((one) => ({ entryId, ...one }));
      await plan(tx, keys, at);
      return keys;
    });
  }

  /** How many jobs all queues hold that are still to be done. */
  async pending(): Promise<number> {
    const counts = await Promise.all(
      this.queues
        .all()
        .map((queue) =>
          queue.getJobCountByTypes('waiting', 'delayed', 'active', 'waiting-children'),
        ),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }
}

/** The jobs that follow an approved source: a flow, and what everybody hears. */
export const approvedSourceJobs = [
  { job: 'translation.prepare', part: '' },
  { job: 'translation.prepare-edition', part: 'en' },
  { job: 'translation.prepare-edition', part: 'km' },
  { job: 'tasks.follow', part: '' },
  { job: 'notifications.fan-out', part: '' },
] as const;
