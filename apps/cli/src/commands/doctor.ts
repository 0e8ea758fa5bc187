import { Redis } from 'ioredis';
import { z } from 'zod';
import { connect, databaseOptions, firstRow, wholeNumber } from '@desk/database';
import type { Command, Surroundings } from './command.js';

/** One thing that is looked at: throws when it is not well, else says how it is. */
interface Check {
  readonly name: string;
  readonly look: (surroundings: Surroundings) => Promise<string>;
}

async function number(databaseUrl: string, query: string): Promise<number> {
  const dataSource = await connect(databaseOptions(databaseUrl, 2));
  try {
    return (await firstRow(dataSource, z.object({ n: wholeNumber }), query))?.n ?? 0;
  } finally {
    await dataSource.destroy();
  }
}

const checks: readonly Check[] = [
  {
    name: 'MariaDB',
    look: async ({ databaseUrl }) => {
      const dataSource = await connect(databaseOptions(databaseUrl, 2));
      try {
        const found = await firstRow(
          dataSource,
          z.object({ v: z.string() }),
          'SELECT VERSION() AS v',
        );
        if (await dataSource.showMigrations())
          throw new Error('migrations are to be done: cli migrate');
        return found?.v ?? '';
      } finally {
        await dataSource.destroy();
      }
    },
  },
  {
    name: 'Redis',
    look: async ({ variables }) => {
      const url = variables.REDIS_URL;
      if (!url) throw new Error('REDIS_URL is missing');
      const redis = new Redis(url.replace(/^(redis\+)?unix:\/\//, ''), {
        lazyConnect: true,
        maxRetriesPerRequest: 0,
        retryStrategy: () => null,
      });
      try {
        await redis.connect();
        const [, policy] = await redis
          .config('GET', 'maxmemory-policy')
          .then((found) => z.array(z.string()).parse(found));
        if (policy !== 'noeviction')
          throw new Error(`maxmemory-policy is ${policy}, must be noeviction`);
        return 'answers, noeviction';
      } finally {
        redis.disconnect();
      }
    },
  },
  {
    name: 'ledger',
    look: async ({ databaseUrl }) => {
      const waiting = await number(
        databaseUrl,
        `SELECT COUNT(*) AS n FROM ledger_entry
         WHERE dispatched_at IS NULL AND at < UTC_TIMESTAMP() - INTERVAL 1 MINUTE`,
      );
      if (waiting > 0)
        throw new Error(`${waiting} entries wait for longer than a minute: does a worker run?`);
      return 'nothing waits';
    },
  },
  {
    name: 'jobs',
    look: async ({ databaseUrl }) => {
      const dead = await number(
        databaseUrl,
        "SELECT COUNT(*) AS n FROM ledger_job WHERE state = 'dead'",
      );
      if (dead > 0) throw new Error(`${dead} jobs failed for good: see GET /api/v1/jobs/dead`);
      return 'none failed for good';
    },
  },
];

/** Looks whether all that the newsroom stands on is well. */
export const doctor: Command = {
  words: 'doctor',
  help: 'looks whether database, Redis, ledger and jobs are well; exit code 1 when not',
  run: async (_given, surroundings) => {
    let ill = 0;
    for (const { name, look } of checks) {
      try {
        surroundings.say(`well  ${name}: ${await look(surroundings)}`);
      } catch (error) {
        ill += 1;
        surroundings.say(
          `ILL   ${name}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    return ill === 0 ? 0 : 1;
  },
};
