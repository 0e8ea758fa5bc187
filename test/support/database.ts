import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { connect, databaseOptions } from '@desk/database';

/** A database of its own for one suite. */
export interface TestDatabase {
  readonly url: string;
  readonly name: string;
  readonly dataSource: DataSource;
  /** Closes the connection and deletes the database. */
  drop(): Promise<void>;
}

/** The server's address without a database; `npm test` and `launch/dev-servers.mjs` give it. */
export function serverUrl(): URL {
  const given = process.env.TEST_DATABASE_URL;
  if (!given) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test`');
  return new URL(given);
}

export function redisUrl(): string {
  const given = process.env.TEST_REDIS_URL;
  if (!given) throw new Error('TEST_REDIS_URL is not set: run the tests with `npm test`');
  return given;
}

/** Makes a database, migrated; `drop` it in afterAll. */
export async function aDatabase(): Promise<TestDatabase> {
  const url = serverUrl();
  const name = `desk_test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci`);
  url.pathname = `/${name}`;
  const dataSource = await connect(databaseOptions(url.href));
  await dataSource.runMigrations();
  return {
    url: url.href,
    name,
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await onServer(`DROP DATABASE IF EXISTS ${name}`);
    },
  };
}

/** Runs one statement as the server's administrator. */
export async function onServer(statement: string): Promise<void> {
  const url = serverUrl();
  const socketPath = url.searchParams.get('socketPath');
  const connection = await createConnection({
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ...(socketPath ? { socketPath } : { host: url.hostname, port: Number(url.port || 3306) }),
  });
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
