/**
 * `npm start`: the whole newsroom on this machine. Installs what is missing, starts a private
 * MariaDB and Redis (or uses DATABASE_URL and REDIS_URL), migrates, fills a demonstration
 * newsroom the first time, starts API, worker and portal, and stops all of it on Ctrl-C.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hold } from './lock.mjs';
import { build, ensurePackages } from './packages.mjs';
import { dataFolder, root, runFolder } from './places.mjs';
import { freePort } from './ports.mjs';
import { Family } from './processes.mjs';
import { ready } from './ready.mjs';
import { Progress, run, Stop } from './say.mjs';
import { keptSecret } from './secrets.mjs';
import { servers } from './servers.mjs';

const programs = ['api', 'worker', 'portal'];
const progress = new Progress();

await run(async () => {
  const began = Date.now();
  const logs = join(dataFolder, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const letGo = hold(dataFolder);
  const family = new Family(join(dataFolder, 'processes.json'), logs);
  const stopped = stopOnSignal(family, letGo);
  try {
    progress.step('looking for what an earlier start left behind');
    await family.endLeftovers();
    progress.step('installing npm packages');
    ensurePackages();
    progress.step('building');
    build();
    await open(family, began);
  } catch (error) {
    await family.end();
    letGo();
    throw error;
  }
  await stopped;
});

/** @param {Family} family @param {number} began */
async function open(family, began) {
  const given = { databaseUrl: process.env.DATABASE_URL, redisUrl: process.env.REDIS_URL };
  const { databaseUrl, redisUrl } = await servers(family, {
    folder: dataFolder,
    run: runFolder(dataFolder),
    profile: 'std',
    database: 'mekong_desk',
    given,
    progress,
  });
  const ports = await choosePorts();
  const own = process.env.SMTP_URL === undefined;
  if (own) startMailbox(family, ports);
  const env = environment({ databaseUrl, redisUrl, ports });
  const told = await prepare(env, given.databaseUrl === undefined, databaseUrl);
  progress.step('starting the API, the worker and the portal');
  for (const name of programs) {
    const main = join(root, `dist/apps/${name}/src/main.js`);
    const all = { ...env, ...told.env };
    keepRunning(family, name, [main], name === 'portal' ? forPortal(all) : all);
  }
  await Promise.all([
    ready(`http://127.0.0.1:${ports.api}/health/ready`, 'API'),
    ready(`http://127.0.0.1:${ports.worker}/health/ready`, 'worker'),
    ready(`http://127.0.0.1:${ports.portal}/health/ready`, 'portal'),
    own ? ready(`http://127.0.0.1:${ports.mailbox}/api/email`, 'mailbox') : null,
  ]);
  const seconds = ((Date.now() - began) / 1_000).toFixed(1);
  progress.say(`Mekong Desk is ready (${seconds} s).\n`);
  progress.say(`  Newsroom      ${env.NEWSROOM_URL}/newsroom`);
  progress.say(`  Its API       ${env.NEWSROOM_URL}/api/docs`);
  progress.say(`  Public portal ${env.PUBLIC_URL}`);
  if (own) progress.say(`  E-mails       http://localhost:${ports.mailbox}`);
  progress.say(`  Logs          ${family.logs}\n`);
  progress.say(told.text);
  progress.say('Ctrl-C stops all of it.');
}

async function choosePorts() {
  const wanted = { api: 4400, portal: 4401, mailbox: 4402, smtp: 4403, worker: 4404 };
  return {
    api: await freePort(Number(process.env.API_PORT ?? wanted.api)),
    portal: await freePort(Number(process.env.PORTAL_PORT ?? wanted.portal)),
    mailbox: await freePort(wanted.mailbox),
    smtp: await freePort(wanted.smtp),
    worker: await freePort(Number(process.env.WORKER_PORT ?? wanted.worker)),
  };
}

/** A server that takes every e-mail, delivers none, and shows them on a page. */
function startMailbox(
  /** @type {Family} */ family,
  /** @type {{ smtp: number, mailbox: number }} */ ports,
) {
  const mails = join(dataFolder, 'mails');
  mkdirSync(mails, { recursive: true, mode: 0o700 });
  const args = [
    join(root, 'node_modules/maildev/dist/bin/maildev.js'),
    `--smtp=${ports.smtp}`,
    '--ip=127.0.0.1',
    `--web=${ports.mailbox}`,
    '--web-ip=127.0.0.1',
    `--mail-directory=${mails}`,
    '--max-emails=2000',
    '--silent',
  ];
  keepRunning(family, 'mailbox', args, process.env);
}

/**
 * @param {{ databaseUrl: string, redisUrl: string, ports: Awaited<ReturnType<typeof choosePorts>> }} chosen
 * @returns {NodeJS.ProcessEnv}
 */
function environment({ databaseUrl, redisUrl, ports }) {
  return {
    SECRET: keptSecret(dataFolder, 'secret'),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    PUBLIC_URL: `http://localhost:${ports.portal}`,
    NEWSROOM_URL: `http://localhost:${ports.api}`,
    PORTAL_DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'info',
    MEDIA_DIR: join(dataFolder, 'media'),
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    API_PORT: String(ports.api),
    PORTAL_PORT: String(ports.portal),
    WORKER_PORT: String(ports.worker),
  };
}

/**
 * Brings the database up to date; the private one also gets the portal's account and, the
 * first time, the demonstration newsroom.
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isPrivate
 * @param {string} databaseUrl
 */
async function prepare(env, isPrivate, databaseUrl) {
  if (!isPrivate) {
    progress.step('migrating the database');
    return {
      text: `${cli(env, ['migrate'])}\nMake the first account with: npm run cli -- admin create\n`,
      env: {},
    };
  }
  progress.step('preparing the newsroom');
  const password = keptSecret(dataFolder, 'portal-password');
  const text = cli({ ...env, PORTAL_PASSWORD: password }, ['demonstration']);
  const url = new URL(databaseUrl);
  url.username = 'portal';
  url.password = password;
  return { text, env: { PORTAL_DATABASE_URL: url.href } };
}

/**
 * The portal faces the world and is told nothing by which it could reach the newsroom.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function forPortal(env) {
  const kept = { ...env };
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'SECRET', 'SMTP_URL', 'METRICS_TOKEN']) {
    delete kept[name];
    delete kept[`${name}_FILE`];
  }
  return kept;
}

/** @param {NodeJS.ProcessEnv} env @param {string[]} args */
function cli(env, args) {
  const main = join(root, 'dist/apps/cli/src/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Stop(`${stdout}${stderr}`);
  return stdout;
}

/** Starts a program, and again when it ends by itself; five times in a minute is too often. */
function keepRunning(
  /** @type {Family} */ family,
  /** @type {string} */ name,
  /** @type {string[]} */ args,
  /** @type {NodeJS.ProcessEnv} */ env,
) {
  /** @type {number[]} */
  const ends = [];
  const start = () => {
    family.start(name, process.execPath, args, {
      env,
      cwd: root,
      onEnd: () => {
        const now = Date.now();
        ends.push(now);
        if (ends.filter((at) => now - at < 60_000).length > 5) {
          progress.say(`The ${name} ends again and again; see ${join(family.logs, `${name}.log`)}`);
          process.kill(process.pid, 'SIGTERM');
          return;
        }
        progress.say(`The ${name} ended by itself and is started again.`);
        setTimeout(() => family.ending || start(), 500);
      },
    });
  };
  start();
}

/** @param {Family} family @param {() => void} letGo @returns {Promise<void>} */
function stopOnSignal(family, letGo) {
  return new Promise(() => {
    let asked = false;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        if (asked) return;
        asked = true;
        progress.step('stopping');
        void family.end(programs).then(() => {
          letGo();
          progress.say('Stopped.');
          process.exit(0);
        });
      });
    }
  });
}
