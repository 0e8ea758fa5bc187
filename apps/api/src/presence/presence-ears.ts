import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Redis } from 'ioredis';
import { ENVIRONMENT, type Environment } from '@desk/config';
import { presenceEventSchema } from '@desk/contracts';
import { LiveEvents } from '@desk/notifications';
import { redisConnection, workerOptions } from '@desk/queues';
import { presenceChannel } from './presence-store.js';

/** Hears who has what open, from every process of the API, for the streams of this one. */
@Injectable()
export class PresenceEars implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly redis: Redis;

  constructor(
    private readonly live: LiveEvents,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.redis = redisConnection(workerOptions(environment.REDIS_URL), () => undefined);
  }

  onApplicationBootstrap(): void {
    this.redis.on('message', (_channel, message) => {
      this.hear(message);
    });
    this.redis.subscribe(presenceChannel).catch(() => undefined);
  }

  onModuleDestroy(): void {
    this.redis.disconnect();
  }

  private hear(message: string): void {
    let said: unknown;
    try {
      said = JSON.parse(message);
    } catch {
      return;
    }
    const news = presenceEventSchema.safeParse(said);
    if (news.success) this.live.tellPresence(news.data);
  }
}
