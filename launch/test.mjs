/**
 * `npm test`: the tests on a private MariaDB and Redis of their own, which are gone afterwards.
 * TEST_DATABASE_URL and TEST_REDIS_URL replace them. Arguments go to jest. A last line says
 * how many passed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from './chromium.mjs';
import { build, ensurePackages } from './packages.mjs';
import { root, runFolder } from './places.mjs';
import { Family } from './processes.mjs';
import { find, install } from './programs.mjs';
import { Progress, run } from './say.mjs';
import { servers } from './servers.mjs';

const progress = new Progress();
const args = process.argv.slice(2);
const named = args.find((one) => one.startsWith('--config='));
const config = named ?? '--config=config/jest.config.mjs';

await run(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-test-'));
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  const family = new Family(join(folder, 'processes.json'), logs);
  const clear = async () => {
    await family.end();
    rmSync(folder, { recursive: true, force: true });
    rmSync(runFolder(folder), { recursive: true, force: true });
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => void clear().then(() => process.exit(1)));
  }
  /** @type {boolean} */
  let failed;
  try {
    progress.step('installing npm packages');
    ensurePackages();
    progress.step('building');
    build();
    if (config.includes('tools')) tools();
    const env = await serversAndBrowser(family, folder);
    progress.say('');
    failed = await jest(env, folder);
  } finally {
    await clear();
  }
  process.exit(failed ? 1 : 0);
});

/** @param {Family} family @param {string} folder @returns {Promise<NodeJS.ProcessEnv>} */
async function serversAndBrowser(family, folder) {
  const { databaseUrl, redisUrl } = await servers(family, {
    folder,
    run: runFolder(folder),
    profile: 'tiny',
    database: '',
    given: { databaseUrl: process.env.TEST_DATABASE_URL, redisUrl: process.env.TEST_REDIS_URL },
    progress,
  });
  const inBrowser = config.includes('browser') ? { CHROMIUM: chromium(progress) } : {};
  return { ...inBrowser, TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl };
}

/** Translators' tools and validators, installed when they are not there. */
function tools() {
  const wanted = /** @type {const} */ (['java', 'xmllint', 'jing', 'omegat', 'pocount']);
  const missing = wanted.filter((name) => !find(name));
  if (missing.length > 0) progress.step(`installing ${missing.join(', ')}`);
  install(missing);
}

/** @param {NodeJS.ProcessEnv} env @param {string} folder @returns {Promise<boolean>} whether something failed */
function jest(env, folder) {
  const summary = join(folder, 'summary.json');
  const rest = args.filter((one) => one !== named);
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--max-old-space-size=4096',
        join(root, 'node_modules/jest/bin/jest.js'),
        config,
        '--json',
        `--outputFile=${summary}`,
        ...rest,
      ],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, NODE_ENV: 'test', ...env },
      },
    );
    child.once('exit', (code) => {
      process.stdout.write(`${tally(summary)}\n`);
      resolve(code !== 0);
    });
  });
}

/** `812 passed, 0 failed, 3 skipped` @param {string} summary */
function tally(summary) {
  try {
    const told = Object(JSON.parse(readFileSync(summary, 'utf8')));
    const failed = Number(told.numFailedTests) + Number(told.numRuntimeErrorTestSuites);
    const skipped = Number(told.numPendingTests) + Number(told.numTodoTests);
    return `${told.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  } catch {
    return '0 passed, 1 failed';
  }
}
