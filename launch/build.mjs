/**
 * `npm run build`: compiles apps, libs and config to dist/ and copies what the code reads at
 * run time (locales, styles). Types are checked apart, by `npm run typecheck`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

rmSync(join(root, 'dist'), { recursive: true, force: true });
const swc = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/@swc/cli/bin/swc.js'),
    'apps',
    'libs',
    'config',
    '--out-dir',
    'dist',
    '--config-file',
    'config/swc.json',
    '-C',
    `jsc.baseUrl=${root}`,
    '--quiet',
  ],
  { cwd: root, stdio: 'inherit' },
);
if (swc.status !== 0) process.exit(swc.status ?? 1);
for (const folder of ['apps', 'libs', 'config']) copyAssets(folder);

/**
 * JSON, styles and pictures beside the code go to the same place under dist/.
 * @param {string} folder
 */
function copyAssets(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
    const from = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(json|css|svg|png|ico|woff2|html|txt)$/.test(entry.name)) continue;
    const to = join(root, 'dist', from.slice(root.length + 1));
    cpSync(from, to);
  }
}

const openapi = join(root, 'dist/apps/api/src/docs/write-openapi.js');
if (existsSync(openapi)) {
  const written = spawnSync(process.execPath, [openapi], { cwd: root, stdio: 'inherit' });
  if (written.status !== 0) process.exit(written.status ?? 1);
}
