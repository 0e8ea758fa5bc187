import type { RedisOptions } from 'bullmq';
import { Redis } from 'ioredis';

/**
 * ioredis options of a Redis URL: `redis://[:password@]host:port/db`, or for a unix socket
 * `unix:///absolute/path?db=1` (also `redis+unix://`).
 */
export function redisOptions(url: string): RedisOptions {
  const parsed = new URL(url);
  if (parsed.protocol === 'unix:' || parsed.protocol === 'redis+unix:') {
    const db = Number(parsed.searchParams.get('db') ?? 0);
    return { path: decodeURIComponent(parsed.pathname), db };
  }
  return {
    host: parsed.hostname,
    port: parsed.port === '' ? 6379 : Number(parsed.port),
    ...(parsed.username && { username: decodeURIComponent(parsed.username) }),
    ...(parsed.password && { password: decodeURIComponent(parsed.password) }),
    ...(parsed.pathname.length > 1 && { db: Number(parsed.pathname.slice(1)) }),
    ...(parsed.protocol === 'rediss:' && { tls: {} }),
  };
}

/** What the keys of all queues begin with. */
export const keyPrefix = 'desk';

/** Waits between attempts to connect again: quick at first, at most two seconds. */
const retryStrategy = (attempt: number): number => Math.min(50 * 2 ** Math.min(attempt, 6), 2_000);

/** For those who add jobs or publish: fails at once while Redis is away. */
export const producerOptions = (url: string): RedisOptions => ({
  ...redisOptions(url),
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  retryStrategy,
});

/** For workers: waits for Redis to come back. */
export const workerOptions = (url: string): RedisOptions => ({
  ...redisOptions(url),
  maxRetriesPerRequest: null,
  retryStrategy,
});

/** A connection that neither throws nor ends when Redis is away; `onError` hears of it. */
export function redisConnection(options: RedisOptions, onError: (error: Error) => void): Redis {
  const redis = new Redis({ ...options, lazyConnect: true });
  redis.on('error', onError);
  redis.connect().catch(onError);
  return redis;
}
