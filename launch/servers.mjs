import { startMariaDb } from './mariadb.mjs';
import { find, install } from './programs.mjs';
import { startRedis } from './redis.mjs';

/**
 * The private MariaDB and Redis, or those that were given. Installs what the machine lacks.
 * @param {import('./processes.mjs').Family} family
 * @param {{ folder: string, run: string, profile: 'std' | 'tiny', database: string,
 *   given: { databaseUrl?: string | undefined, redisUrl?: string | undefined },
 *   progress: import('./say.mjs').Progress }} options
 * @returns {Promise<{ databaseUrl: string, redisUrl: string }>}
 */
export async function servers(family, { folder, run, profile, database, given, progress }) {
  /** @type {('mariadb' | 'redis')[]} */
  const lacking = [];
  if (!given.databaseUrl && !find('mariadbd', 'mysqld')) lacking.push('mariadb');
  if (!given.redisUrl && !find('redis-server', 'valkey-server')) lacking.push('redis');
  if (lacking.length > 0) progress.step(`installing ${lacking.join(' and ')}`);
  install(lacking);
  progress.step('starting MariaDB and Redis');
  const [databaseUrl, redisUrl] = await Promise.all([
    given.databaseUrl ??
      startMariaDb(family, { folder, run, profile }).then(({ socket }) =>
        databaseAt(socket, database),
      ),
    given.redisUrl ?? startRedis(family, { folder, run }).then(({ socket }) => `unix://${socket}`),
  ]);
  return { databaseUrl, redisUrl };
}

/**
 * @param {string} socket
 * @param {string} database empty: the server as a whole
 * @param {string} user
 */
export const databaseAt = (socket, database, user = 'root') =>
  `mysql://${user}@localhost/${database}?socketPath=${encodeURIComponent(socket)}`;
