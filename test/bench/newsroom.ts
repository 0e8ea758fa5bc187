import { createConnection, createPool, type Connection, type Pool } from 'mysql2/promise';
import { z } from 'zod';
import type { Colleague } from '../support/colleague.js';
import { emailOf, password, WholeNewsroom } from '../support/whole-newsroom.js';
import { SwiftColleague } from './swift-colleague.js';

/** A whole newsroom on the servers that the launcher gives to the bench, with its people. */
export interface BenchNewsroom {
  readonly whole: WholeNewsroom;
  readonly hanh: Colleague;
  readonly minh: Colleague;
  readonly lan: Colleague;
  readonly sectionId: string;
  /** The administrator's connection, and plain connections to the same database. */
  readonly server: Connection;
  readonly bare: Pool;
  close(): Promise<void>;
}

export const environment = z
  .object({ BENCH_DATABASE_URL: z.url(), BENCH_REDIS_URL: z.string() })
  .parse(process.env);

export async function openNewsroom(database: string): Promise<BenchNewsroom> {
  const url = new URL(environment.BENCH_DATABASE_URL);
  url.pathname = `/${database}`;
  const own = { databaseUrl: url.href, redisUrl: environment.BENCH_REDIS_URL };
  const whole = await WholeNewsroom.open(own, { LOG_LEVEL: 'warn', NODE_ENV: 'production' });
  await whole.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
  await whole.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
  await whole.hire('lan', 'Phạm Ngọc Lan', 'en', { role: 'translator' });
  const swift = (key: string) => new SwiftColleague(whole.api.url, emailOf(key), password).signIn();
  const [hanh, minh, lan] = await Promise.all([swift('hanh'), swift('minh'), swift('lan')]);
  const { id: sectionId } = await whole.section('tin');
  const where = {
    user: decodeURIComponent(url.username),
    database,
    socketPath: url.searchParams.get('socketPath') ?? '',
    timezone: 'Z',
  };
  const server = await createConnection(where);
  const bare = createPool({ ...where, connectionLimit: 16 });
  return {
    whole,
    hanh,
    minh,
    lan,
    sectionId,
    server,
    bare,
    close: async () => {
      await server.end();
      await bare.end();
      await whole.close();
    },
  };
}
