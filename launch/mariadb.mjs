import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { find } from './programs.mjs';
import { Stop } from './say.mjs';

/** The oldest MariaDB with the collation that the tables are made with. */
const OLDEST = [10, 11];

/** `std`: every commit is on the disk before it is answered; `tiny`: for tests, less memory. */
const profiles = {
  std: [
    '--innodb-buffer-pool-size=256M',
    '--innodb-log-file-size=128M',
    '--innodb-flush-log-at-trx-commit=1',
  ],
  tiny: [
    '--innodb-buffer-pool-size=64M',
    '--innodb-log-file-size=32M',
    '--innodb-flush-log-at-trx-commit=2',
    '--performance-schema=OFF',
    '--key-buffer-size=1M',
    '--aria-pagecache-buffer-size=1M',
  ],
};

const sqlMode = [
  'STRICT_TRANS_TABLES',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
  'NO_ZERO_DATE',
  'NO_ZERO_IN_DATE',
];

/**
 * Starts a private MariaDB on a socket, its tables of accounts made the first time.
 * @param {import('./processes.mjs').Family} family
 * @param {{ folder: string, run: string, profile: keyof typeof profiles, socket?: string }} options
 * @returns {Promise<{ socket: string, pid: number }>}
 */
export async function startMariaDb(family, { folder, run, profile, socket = join(run, 'm.sock') }) {
  const server = find('mariadbd', 'mysqld');
  if (!server) throw new Stop('mariadbd is not there.');
  checkVersion(server);
  const data = join(folder, 'mysql');
  if (!existsSync(join(data, 'desk-ready'))) initialise(server, data);
  rmSync(socket, { force: true });
  const child = family.start('mariadb', server, [
    '--no-defaults',
    ...asRoot(),
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--pid-file=${join(run, 'm.pid')}`,
    '--skip-networking',
    '--skip-log-bin',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_uca1400_ai_ci',
    '--default-time-zone=+00:00',
    `--sql-mode=${sqlMode.join(',')}`,
    '--innodb-ft-min-token-size=1',
    '--innodb-ft-enable-stopword=OFF',
    '--max-connections=300',
    ...profiles[profile],
  ]);
  await accepts(socket, child, join(family.logs, 'mariadb.log'));
  return { socket, pid: child.pid ?? 0 };
}

const asRoot = () => (userInfo().uid === 0 ? ['--user=root'] : []);

/** @param {string} server */
function checkVersion(server) {
  const { stdout } = spawnSync(server, ['--no-defaults', '--version'], { encoding: 'utf8' });
  const [, major = 0, minor = 0] = /Ver (\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  const [oldMajor = 0, oldMinor = 0] = OLDEST;
  const known = /MariaDB/i.test(stdout ?? '');
  if (known && Number(major) * 100 + Number(minor) >= oldMajor * 100 + oldMinor) return;
  throw new Stop(
    `Mekong Desk needs MariaDB ${OLDEST.join('.')} or later; ${server} is: ${(stdout ?? '').trim()}\n` +
      'Give it one with DATABASE_URL=mysql://user:password@host/name.',
  );
}

/**
 * Made beside its place and moved there whole: a start that was cut off leaves nothing half done.
 * @param {string} server
 * @param {string} data
 */
function initialise(server, data) {
  const making = `${data}.making`;
  rmSync(making, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const program = find('mariadb-install-db', 'mysql_install_db');
  if (!program) throw new Stop('mariadb-install-db is not there.');
  const made = spawnSync(
    program,
    [
      '--no-defaults',
      ...asRoot(),
      `--datadir=${making}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${process.env.PATH ?? ''}:${dirname(server)}` },
    },
  );
  if (made.status !== 0)
    throw new Stop(`MariaDB could not be set up:\n${made.stdout}${made.stderr}`);
  writeFileSync(join(making, 'desk-ready'), '');
  renameSync(making, data);
}

/**
 * @param {string} socket
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} log
 */
async function accepts(socket, child, log) {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(20)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await connects(socket)) return;
  }
  throw new Stop(
    `MariaDB did not start:\n${readFileSync(log, 'utf8').split('\n').slice(-15).join('\n')}`,
  );
}

/** @param {string} socket @returns {Promise<boolean>} */
export function connects(socket) {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    connection.once('data', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
    connection.once('close', () => resolve(false));
  });
}
