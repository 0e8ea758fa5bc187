import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The private newsroom's data. */
export const dataFolder = process.env.DESK_DATA
  ? resolve(process.env.DESK_DATA)
  : join(root, '.data');

/** A socket's path may have about 107 bytes; file names need some of them. */
const MAX_RUN_FOLDER = 85;

/**
 * The folder for sockets of servers whose data lie in `folder`: beside the data, or, where that
 * path is too long for a socket, in the system's folder for temporary files. Only its owner may
 * enter: the servers' administrator needs no password on these sockets.
 * @param {string} folder
 */
export function runFolder(folder) {
  const near = join(folder, 'run');
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const place = near.length <= MAX_RUN_FOLDER ? near : join(tmpdir(), `mekong-desk-${hash}`);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  chmodSync(place, 0o700);
  return place;
}
