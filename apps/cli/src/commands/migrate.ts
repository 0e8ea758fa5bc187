import { createConnection } from 'mysql2/promise';
import { connect, databaseOptions } from '@desk/database';
import type { Command, Surroundings } from './command.js';
import { searchFilled } from './search-rebuild.js';

/** Brings the database's tables up to date; makes the database when it is not there. */
export const migrate: Command = {
  words: 'migrate',
  help: 'brings the tables of DATABASE_URL up to date',
  run: async (_given, surroundings) => {
    const done = await migrated(surroundings);
    surroundings.say(done === 0 ? 'The database is up to date.' : `${done} migrations done.`);
    return 0;
  },
};

/** Migrates; returns how many migrations there were to do. */
export async function migrated({ databaseUrl }: Surroundings): Promise<number> {
  await ensureDatabase(databaseUrl);
  const dataSource = await connect(databaseOptions(databaseUrl, 2));
  let done: number;
  try {
    done = (await dataSource.runMigrations()).length;
  } finally {
    await dataSource.destroy();
  }
  // Pages that were public before the portal could search are made to be found.
  if (done > 0) await searchFilled(databaseUrl);
  return done;
}

async function ensureDatabase(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  const server = await onServer(url);
  try {
    const [found] = await server.query('SHOW DATABASES LIKE ?', [name]);
    if (Array.isArray(found) && found.length > 0) return;
    await server.query('CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci', [
      name,
    ]);
  } finally {
    await server.end();
  }
}

/** A connection to the server of a database URL, to no database. */
export async function onServer(url: URL) {
  const socketPath = url.searchParams.get('socketPath');
  return createConnection({
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ...(socketPath ? { socketPath } : { host: url.hostname, port: Number(url.port || 3306) }),
  });
}
