import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fingerprint } from './fingerprint.mjs';
import { root } from './places.mjs';

const MARK = '.made-of';

/**
 * Builds the newsroom's screens into a folder, compressed once for all who load them. What an
 * earlier build made of the same sources is taken over.
 * @param {string} folder
 * @param {string} earlier
 * @returns {number} 0, or the exit code of what failed
 */
export function buildNewsroom(folder, earlier) {
  const madeOf = fingerprint([
    'apps/newsroom',
    'libs/contracts/src',
    'libs/languages/src',
    'package-lock.json',
    'launch/newsroom.mjs',
  ]);
  const mark = join(earlier, MARK);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === madeOf) {
    cpSync(earlier, folder, { recursive: true });
    return 0;
  }
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = ['build', '--config', 'apps/newsroom/vite.config.ts', '--outDir', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) {
    process.stderr.write(stdout + stderr);
    return status ?? 1;
  }
  compress(folder);
  writeFileSync(join(folder, MARK), madeOf);
  return 0;
}

/** @param {string} folder */
function compress(folder) {
  for (const entry of readdirSync(join(folder, 'assets'), { withFileTypes: true })) {
    if (!/\.(js|css|svg|json)$/.test(entry.name)) continue;
    const file = join(folder, 'assets', entry.name);
    const bytes = readFileSync(file);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, quality));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
