/**
 * `npm run build`: compiles apps, libs and config to dist/ and copies what the code reads at
 * run time (locales, styles). Types are checked apart, by `npm run typecheck`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const making = join(root, `dist.making-${process.pid}`);
const swc = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/@swc/cli/bin/swc.js'),
    'apps',
    'libs',
    'config',
    '--out-dir',
    making,
    '--config-file',
    'config/swc.json',
    '-C',
    `jsc.baseUrl=${root}`,
    '--quiet',
  ],
  { cwd: root, stdio: 'inherit' },
);
if (swc.status !== 0) fail(swc.status);
for (const folder of ['apps', 'libs', 'config']) copyAssets(folder);

/**
 * JSON, styles and pictures beside the code go to the same place under dist/.
 * @param {string} folder
 */
function copyAssets(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
    const from = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(json|css|svg|png|ico|woff2|html|txt)$/.test(entry.name)) continue;
    const to = join(making, from.slice(root.length + 1));
    cpSync(from, to);
  }
}

const openapi = join(making, 'apps/api/src/docs/write-openapi.js');
if (existsSync(openapi)) {
  const written = spawnSync(process.execPath, [openapi, making], { cwd: root, stdio: 'inherit' });
  if (written.status !== 0) fail(written.status);
}

// Built beside and put in its place whole: what runs from dist/ meanwhile finds its files.
const old = join(root, `dist.old-${process.pid}`);
if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
renameSync(making, join(root, 'dist'));
rmSync(old, { recursive: true, force: true });

/** @param {number | null} status @returns {never} */
function fail(status) {
  rmSync(making, { recursive: true, force: true });
  process.exit(status ?? 1);
}
