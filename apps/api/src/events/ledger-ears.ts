import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Redis } from 'ioredis';
import { ENVIRONMENT, type Environment } from '@desk/config';
import { LiveEvents } from '@desk/notifications';
import { ledgerChannel, redisConnection, workerOptions } from '@desk/queues';

/**
 * Listens to the ledger's bell, so that events come at once. While Redis is away they come at
 * the reader's own pace, a second later.
 */
@Injectable()
export class LedgerEars implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly redis: Redis;

  constructor(
    private readonly live: LiveEvents,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.redis = redisConnection(workerOptions(environment.REDIS_URL), () => undefined);
  }

  onApplicationBootstrap(): void {
    this.redis.on('message', () => {
      this.live.wake();
    });
    this.redis.subscribe(ledgerChannel).catch(() => undefined);
  }

  onModuleDestroy(): void {
    this.redis.disconnect();
  }
}
