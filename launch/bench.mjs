/**
 * `npm run bench`: the figures of the README on a private MariaDB and Redis of its own, set up
 * as in earnest (every commit on the disk). Prints a table; each figure is a ratio against a
 * baseline of the same run, since machines differ and are noisy. `npm run bench -- preparation`
 * measures one part.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileBeside } from './measures.mjs';
import { build, ensurePackages } from './packages.mjs';
import { root, runFolder } from './places.mjs';
import { Family } from './processes.mjs';
import { Progress, run } from './say.mjs';
import { servers } from './servers.mjs';

const progress = new Progress();
const compiled = join(root, 'dist.bench');

await run(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  mkdirSync(join(folder, 'logs'));
  const family = new Family(join(folder, 'processes.json'), join(folder, 'logs'));
  const clear = async () => {
    await family.end();
    for (const place of [folder, runFolder(folder), compiled]) {
      rmSync(place, { recursive: true, force: true });
    }
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void clear().then(() => process.exit(1)));
  }
  try {
    progress.step('installing npm packages');
    ensurePackages();
    progress.step('building');
    build();
    compileBeside(compiled, ['test/bench', 'test/evaluate', 'test/support']);
    const { databaseUrl, redisUrl } = await servers(family, {
      folder,
      run: runFolder(folder),
      profile: 'std',
      database: '',
      given: {},
      progress,
    });
    progress.say('measuring');
    process.exitCode = await measure(databaseUrl, redisUrl, process.argv.slice(2));
  } finally {
    await clear();
  }
});

/** @param {string} databaseUrl @param {string} redisUrl @param {readonly string[]} parts @returns {Promise<number>} */
function measure(databaseUrl, redisUrl, parts) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(compiled, 'test/bench/main.js'), ...parts], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        BENCH_DATABASE_URL: databaseUrl,
        BENCH_REDIS_URL: redisUrl,
      },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
