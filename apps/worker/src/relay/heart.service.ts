import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { FlowProducer } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { Clock, Transactions } from '@desk/database';
import { LOGGER, sealBlock } from '@desk/ledger';
import { JobQueues, ledgerChannel, redisConnection, workerOptions } from '@desk/queues';
import { Loop } from '../loop.js';
import { REDIS_URL } from '../redis-url.js';
import { LedgerRelay } from './ledger.relay.js';
import { OutboundRelay } from './outbound.relay.js';
import { keepSchedules, redisForgot } from './schedules.js';
import { Sweep } from './sweep.js';

/**
 * What beats by itself in the worker: the ledger's relay, what is due to be sent or
 * published, the sealing of the ledger, and the watch over Redis. All but the watch work from
 * the database alone, so they go on where they were after any stop.
 */
@Injectable()
export class Heart
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly loops: { relay: Loop; outbound: Loop; seal: Loop; watch: Loop };
  private readonly ears: Redis;
  private readonly redis: Redis;

  private scheduled = false;

  constructor(
    ledger: LedgerRelay,
    outbound: OutboundRelay,
    private readonly sweep: Sweep,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queues: JobQueues,
    private readonly flows: FlowProducer,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(REDIS_URL) redisUrl: string,
  ) {
    const quiet = (): void => undefined;
    this.ears = redisConnection(workerOptions(redisUrl), quiet);
    this.redis = redisConnection(workerOptions(redisUrl), quiet);
    this.loops = {
      relay: new Loop('relay', 500, () => ledger.pass(), log),
      outbound: new Loop('outbound', 250, () => outbound.pass(), log),
      seal: new Loop('seal', 2_000, () => this.seal(), log),
      watch: new Loop('watch', 2_000, () => this.watch(), log),
    };
  }

  onApplicationBootstrap(): void {
    this.ears.on('message', () => {
      this.loops.relay.ring();
      this.loops.outbound.ring();
    });
    this.ears.subscribe(ledgerChannel).catch((error: unknown) => {
      this.log.warn({ err: error }, 'not listening to the ledger bell; looking by ourselves');
    });
    for (const loop of Object.values(this.loops)) loop.start();
  }

  /** Each round ends first; the database is let go after that. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.loops).map((loop) => loop.stop()));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flows.close();
    this.ears.disconnect();
    this.redis.disconnect();
  }

  private async seal(): Promise<boolean> {
    return (await this.transactions.run((tx) => sealBlock(tx, this.clock.now()))) !== null;
  }

  /** When Redis forgot everything, all that is pending goes back into it at once. */
  private async watch(): Promise<void> {
    if (this.redis.status !== 'ready') return;
    const forgot = await redisForgot(this.redis);
    // A Redis that remembers us may still know rounds of an older version.
    if (forgot || !this.scheduled) await keepSchedules(this.queues);
    this.scheduled = true;
    if (!forgot) return;
    const requeued = await this.sweep.pass(0);
    this.log.info({ requeued }, 'Redis was new or empty; pending jobs are queued again');
  }
}
