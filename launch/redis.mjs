import { mkdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { find } from './programs.mjs';
import { Stop } from './say.mjs';

/**
 * Starts a private Redis on a socket. What it holds is written to disk each second; it need not
 * be: the newsroom can do without.
 * @param {import('./processes.mjs').Family} family
 * @param {{ folder: string, run: string, socket?: string }} options
 * @returns {Promise<{ socket: string, pid: number }>}
 */
export async function startRedis(family, { folder, run, socket = join(run, 'r.sock') }) {
  const server = find('redis-server', 'valkey-server');
  if (!server) throw new Stop('redis-server is not there.');
  const data = join(folder, 'redis');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  rmSync(socket, { force: true });
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: data,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    daemonize: 'no',
    // A tail cut off by a hard kill is dropped, and the newsroom's sweep makes good what is missing.
    'aof-load-truncated': 'yes',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = family.start('redis', server, args);
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(20)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await answers(socket)) return { socket, pid: child.pid ?? 0 };
  }
  throw new Stop(`Redis did not start; see ${join(family.logs, 'redis.log')}`);
}

/** @param {string} socket @returns {Promise<boolean>} */
function answers(socket) {
  return new Promise((resolve) => {
    const connection = createConnection(socket, () => connection.write('PING\r\n'));
    connection.once('data', (data) => {
      connection.destroy();
      resolve(data.toString().startsWith('+PONG'));
    });
    connection.once('error', () => resolve(false));
    connection.once('close', () => resolve(false));
  });
}
