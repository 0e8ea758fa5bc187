import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Bell } from '@desk/ledger';
import { producerOptions, redisConnection } from './redis.js';
import type { Redis } from 'ioredis';

/** The Redis channel on which it is said that the ledger has something new. */
export const ledgerChannel = 'desk:ledger';

/** Rings over Redis; while Redis is away nothing rings, and the relay looks by itself. */
@Injectable()
export class RedisBell extends Bell implements OnModuleDestroy {
  private readonly redis: Redis;

  constructor(redisUrl: string) {
    super();
    this.redis = redisConnection(producerOptions(redisUrl), () => undefined);
  }

  override ring(): void {
    if (this.redis.status === 'ready') this.redis.publish(ledgerChannel, '').catch(() => undefined);
  }

  onModuleDestroy(): void {
    this.redis.disconnect();
  }
}
