/**
 * `npm run screenshots`: pictures of every screen in three languages into docs/screens/, taken
 * in a demonstration newsroom of its own, and the few small ones of the README into
 * docs/pictures/. `npm run screenshots -- board translation` takes those alone.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browsers } from 'playwright-core';
import sharp from 'sharp';
import { chromium } from './chromium.mjs';
import { root } from './places.mjs';
import { Progress, run, Stop } from './say.mjs';
import { doorstep, screens } from './screens.mjs';

const password = 'cuulong-2026-demo';
const progress = new Progress();
const asked = process.argv.slice(2);
const languages = /** @type {const} */ (['vi', 'en', 'km']);

await run(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-screens-'));
  const newsroom = await open(folder);
  const browser = await browsers.launch({
    executablePath: chromium(progress),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const wanted = screens(await articles(newsroom.api)).filter(isAsked);
    for (const language of languages) {
      for (const key of new Set(wanted.map(({ who }) => who))) {
        await pictures(browser, newsroom, language, key, wanted);
      }
    }
    for (const [from, to] of Object.entries(doorstep)) await small(from, to);
  } finally {
    await browser.close();
    newsroom.child.kill('SIGTERM');
    await newsroom.ended;
    rmSync(folder, { recursive: true, force: true });
  }
});

/** @param {{ name: string }} screen */
function isAsked({ name }) {
  return asked.length === 0 || asked.includes(name);
}

/** A newsroom on free ports, as `npm start` opens it. @param {string} folder */
async function open(folder) {
  progress.step('opening a demonstration newsroom');
  const child = spawn(process.execPath, [join(root, 'launch/start.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{ DESK_DATA: folder, API_PORT: '0', PORTAL_PORT: '0', WORKER_PORT: '0' },
      // One visitor looks at everything.
      ...{ RATE_LIMIT_PER_MINUTE: '100000', SIGN_IN_TRIES: '100' },
    },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said += String(data);
        if (said.includes('Ctrl-C stops')) resolve(null);
      });
    }
    child.once('exit', () => reject(new Stop(`The newsroom did not open:\n${said}`)));
  });
  const address = (/** @type {string} */ what) =>
    new RegExp(`${what} +(http://[^/\\s]+)`).exec(said)?.[1] ?? '';
  return { child, ended, api: address('Newsroom'), portal: address('Public portal') };
}

/** @param {string} api @param {string} key @returns {Promise<Record<string, string>>} */
async function signedIn(api, key) {
  const answer = await fetch(`${api}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: emailOf(key), password }),
  });
  const { csrfToken } = Object(await answer.json());
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { cookie: cookie.join('; '), 'x-csrf-token': csrfToken };
}

/** @param {string} api */
async function articles(api) {
  const headers = await signedIn(api, 'dat');
  const answer = await fetch(`${api}/api/v1/articles?limit=50`, { headers });
  return Object(await answer.json()).items;
}

/** @param {string} api @param {string} key @param {string} language */
async function speaks(api, key, language) {
  const headers = { ...(await signedIn(api, key)), 'content-type': 'application/json' };
  const { version } = Object(await (await fetch(`${api}/api/v1/me`, { headers })).json());
  await fetch(`${api}/api/v1/me`, {
    method: 'PATCH',
    headers: { ...headers, 'if-match': `"${version}"` },
    body: JSON.stringify({ language }),
  });
}

/**
 * What one person sees in one language.
 * @param {import('playwright-core').Browser} browser
 * @param {{ api: string, portal: string }} newsroom
 * @param {string} language
 * @param {string} key
 * @param {readonly import('./screens.mjs').Screen[]} wanted
 */
async function pictures(browser, { api, portal }, language, key, wanted) {
  const page = await browser.newPage({ locale: language, reducedMotion: 'reduce' });
  const isReader = key === 'reader';
  if (!isReader) {
    await speaks(api, key, language);
    await page.goto(`${api}/newsroom/sign-in`);
    await page.fill('input[name=email]', emailOf(key));
    await page.fill('input[name=password]', password);
    await page.click('button[type=submit]');
    await page.waitForSelector('#page-title', { state: 'attached' });
  }
  for (const { name, who, path, width = 1440, height = 900, dark = false } of wanted) {
    if (who !== key) continue;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.goto(isReader ? `${portal}${path(language)}` : `${api}/newsroom${path(language)}`);
    await page.waitForSelector('h1', { state: 'attached' });
    await page.waitForSelector('.mantine-Skeleton-root', { state: 'detached' });
    await page.waitForLoadState('networkidle').catch(() => null);
    const file = join(root, 'docs/screens', language, `${name}.png`);
    mkdirSync(join(root, 'docs/screens', language), { recursive: true });
    await page.screenshot({ path: file });
    progress.say(`docs/screens/${language}/${name}.png`);
  }
  await page.close();
}

/** A picture for the README: small, and light to load. @param {string} from @param {string} to */
async function small(from, to) {
  const file = join(root, 'docs/screens', from);
  await sharp(file)
    .resize({ width: 1200, withoutEnlargement: true })
    .webp({ quality: 82 })
    .toFile(join(root, 'docs/pictures', to))
    .catch(() => progress.say(`not taken this time: ${from}`));
}

/** @param {string} key */
function emailOf(key) {
  return `${key}@mekong-desk.example`;
}
