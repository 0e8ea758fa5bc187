import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { Stop } from './say.mjs';

/** Installs the npm packages of the lock file, when they are not there or not these. */
export function ensurePackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).update(process.version).digest('hex');
  const mark = join(root, 'node_modules', '.desk-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm?.endsWith('js') ? [process.execPath, npm, 'ci'] : ['npm', 'ci'];
  const { status, stdout, stderr } = spawnSync(command ?? 'npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Stop(`npm ci failed:\n${stdout}${stderr}`);
  writeFileSync(mark, wanted);
}

/** Compiles what will run. */
export function build() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'launch/build.mjs')], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Stop(`The build failed:\n${stdout}${stderr}`);
}
