import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from './migrations/index.js';

/**
 * TypeORM's options for a database URL: `mysql://user:password@host:port/name`, or for a unix
 * socket `mysql://user@localhost/name?socketPath=/absolute/path`. Times are UTC, bigints are
 * strings, and every transaction is READ COMMITTED: writers must not lock gaps that others
 * insert into.
 */
export function databaseOptions(url: string, poolSize = 20): DataSourceOptions {
  const parsed = new URL(url);
  const socketPath = parsed.searchParams.get('socketPath');
  return {
    type: 'mariadb',
    ...(socketPath === null
      ? { host: parsed.hostname, port: parsed.port === '' ? 3306 : Number(parsed.port) }
      : { socketPath }),
    username: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: parsed.pathname.slice(1),
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: true,
    poolSize,
    isolationLevel: 'READ COMMITTED',
    entities: [],
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  };
}

/** Connects; the caller ends it with `destroy()`. */
export async function connect(options: DataSourceOptions): Promise<DataSource> {
  return new DataSource(options).initialize();
}
