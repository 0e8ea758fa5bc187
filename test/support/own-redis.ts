import { Redis } from 'ioredis';
import { redisOptions } from '@desk/queues';
import { redisUrl } from './database.js';

/** A Redis database that one suite has to itself, on the server of the test run. */
export class OwnRedis {
  private constructor(
    readonly url: string,
    private readonly redis: Redis,
  ) {}

  /** `apart` keeps suites of different kinds that run at the same time from meeting. */
  static async open(apart: number): Promise<OwnRedis> {
    // Each of jest's workers runs one suite at a time.
    const db = apart + Number(process.env.JEST_WORKER_ID ?? 1);
    const url = new URL(redisUrl());
    if (url.protocol.includes('unix')) url.searchParams.set('db', String(db));
    else url.pathname = `/${db}`;
    const own = new OwnRedis(url.href, new Redis(redisOptions(url.href)));
    await own.forgetAll();
    return own;
  }

  /** Loses everything, as a Redis does that had to begin anew. */
  async forgetAll(): Promise<void> {
    await this.redis.flushdb();
  }

  async close(): Promise<void> {
    await this.forgetAll();
    this.redis.disconnect();
  }
}
