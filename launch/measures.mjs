import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { Stop } from './say.mjs';

/**
 * Compiles measuring programs, which are no part of the product, into a folder of their own with
 * the built product beside them.
 * @param {string} compiled @param {readonly string[]} programs folders below test/
 */
export function compileBeside(compiled, programs) {
  rmSync(compiled, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@swc/cli/bin/swc.js'),
      ...['apps', 'libs', 'config', ...programs],
      '--out-dir',
      compiled,
      '--config-file',
      'config/swc.json',
      '-C',
      `jsc.baseUrl=${root}`,
      '--quiet',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Stop(`The programs could not be compiled:\n${stdout}${stderr}`);
  for (const part of ['apps', 'libs', 'config']) {
    cpSync(join(root, 'dist', part), join(compiled, part), { recursive: true, force: true });
  }
  cpSync(join(root, 'launch'), join(compiled, 'launch'), { recursive: true });
}
