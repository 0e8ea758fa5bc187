import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

/** The screens are Vite's to build. */
const servers = ['apps/api', 'apps/cli', 'apps/portal', 'apps/worker', 'libs', 'config'];

/**
 * Compiles the processes and libraries into a folder, with what the code reads at run time
 * (locales, styles) and the description of the API. Types are checked apart.
 * @param {string} folder
 * @returns {number} 0, or the exit code of what failed
 */
export function compile(folder) {
  const swc = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@swc/cli/bin/swc.js'),
      ...servers,
      '--out-dir',
      folder,
      '--config-file',
      'config/swc.json',
      '-C',
      `jsc.baseUrl=${root}`,
      '--quiet',
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (swc.status !== 0) return swc.status ?? 1;
  for (const from of servers) copyAssets(from, folder);
  const openapi = join(folder, 'apps/api/src/docs/write-openapi.js');
  const written = spawnSync(process.execPath, [openapi, folder], { cwd: root, stdio: 'inherit' });
  return written.status ?? 1;
}

/**
 * JSON, styles and pictures beside the code go to the same place among what was compiled.
 * @param {string} from
 * @param {string} folder
 */
function copyAssets(from, folder) {
  if (!existsSync(join(root, from))) return;
  for (const entry of readdirSync(join(root, from), { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(json|css|svg|png|ico|woff2|html|txt)$/.test(entry.name)) continue;
    cpSync(file, join(folder, file.slice(root.length + 1)));
  }
}
