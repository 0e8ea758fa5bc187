/**
 * `npm test`: the tests on a private MariaDB and Redis of their own, which are gone afterwards.
 * TEST_DATABASE_URL and TEST_REDIS_URL replace them. Arguments go to jest. A last line says
 * how many passed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chromium } from './chromium.mjs';
import { build, ensurePackages } from './packages.mjs';
import { root, runFolder } from './places.mjs';
import { Family } from './processes.mjs';
import { find, install } from './programs.mjs';
import { Progress, run } from './say.mjs';
import { servers } from './servers.mjs';
import { TestSummary } from './test-summary.mjs';

const progress = new Progress();
/** More failing files than these are a fault, not an unlucky moment. */
const MOST_AGAIN = 3;
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

/**
 * Where nobody watches (CI), a few files that fail are run once more, alone: a machine that stood
 * still for a while is no fault of theirs. They are named, for somebody to find out why.
 * @param {NodeJS.ProcessEnv} env @param {string} folder @returns {Promise<boolean>} whether something failed
 */
async function jest(env, folder) {
  const rest = args.filter((one) => one !== named);
  let summary = await jestOnce(env, join(folder, 'summary.json'), rest);
  const unsteady = summary.failed.filter((path) => path !== '');
  if (process.env.CI && unsteady.length > 0 && unsteady.length <= MOST_AGAIN) {
    const again = ['--runInBand', '--runTestsByPath', ...unsteady];
    summary = summary.with(await jestOnce(env, join(folder, 'again.json'), again));
    const steady = new Set(summary.failed);
    for (const path of unsteady.filter((one) => !steady.has(one))) {
      process.stdout.write(
        `UNSTEADY failed first, passed when run alone: ${relative(root, path)}\n`,
      );
    }
  }
  process.stdout.write(`${summary}\n`);
  return summary.failed.length > 0;
}

/** @param {NodeJS.ProcessEnv} env @param {string} summary where jest writes it @param {string[]} rest @returns {Promise<TestSummary>} */
function jestOnce(env, summary, rest) {
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
      const told = TestSummary.read(summary);
      resolve(code !== 0 && told.failed.length === 0 ? TestSummary.broken() : told);
    });
  });
}
