/**
 * `npm run tour`: drives the seed article through the running newsroom of `npm start`, from a
 * writer's draft to three published editions, as six people would, and shows after each step
 * what can be seen of it: states, tasks, inboxes, e-mails, journal, pages.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { run, Stop } from './say.mjs';

const api = process.env.NEWSROOM_URL ?? 'http://localhost:4400';
const portal = process.env.PUBLIC_URL ?? 'http://localhost:4401';
const mails = process.env.MAILS_URL ?? 'http://localhost:4402';
const password = 'cuulong-2026-demo';

const say = (/** @type {string} */ text) => void process.stdout.write(`${text}\n`);

/** A person with a session. */
class Person {
  /** @param {string} key */
  static async signIn(key) {
    const person = new Person(key);
    const email = `${key}@mekong-desk.example`;
    const answer = await fetch(`${api}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    }).catch(() => null);
    if (!answer) throw new Stop(`Nobody answers at ${api}: start the newsroom with npm start.`);
    const session = Object(await answer.json());
    if (!answer.ok) throw new Stop(`${key} cannot sign in: ${session.detail}`);
    person.headers = {
      cookie: answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
      'x-csrf-token': session.csrfToken,
    };
    person.name = session.person.name;
    return person;
  }

  /** @param {string} key */
  constructor(key) {
    this.key = key;
    this.name = '';
    /** @type {Record<string, string>} */
    this.headers = {};
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{ body?: unknown, version?: number }} sent
   * @returns {Promise<any>}
   */
  async does(method, path, { body, version } = {}) {
    const answer = await fetch(`${api}/api/v1/${path}`, {
      method,
      headers: {
        ...this.headers,
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const told = await answer.json();
    if (!answer.ok) throw new Stop(`${method} ${path}: ${told.code}: ${told.detail}`);
    return told;
  }

  /** @param {string} path */
  sees(path) {
    return this.does('GET', path);
  }

  /** @param {string} editionId @param {string} action @param {object} said */
  async acts(editionId, action, said = {}) {
    const { version } = await this.sees(`editions/${editionId}`);
    const body = { action, ...said };
    const now = await this.does('POST', `editions/${editionId}/transitions`, { body, version });
    say(`  ${this.name}: ${action} → ${now.language} is ${now.state}`);
    return now;
  }

  /** @param {string} editionId */
  async signs(editionId) {
    const { items } = await this.sees(`editions/${editionId}/rounds?limit=1`);
    return this.acts(editionId, 'sign_off', { revisionHash: items[0].revisionHash });
  }
}

await run(async () => {
  const stories = join(root, 'dist/apps/cli/src/demonstration/stories.js');
  if (!existsSync(stories)) throw new Stop('Start the newsroom first: npm start.');
  const { Phrasebook, seedStory, textOf } = await import(stories);
  const phrasebook = new Phrasebook([seedStory]);
  const [hanh, tu, minh, lan, saray, emily, sophia, dat] = await Promise.all(
    ['hanh', 'tu', 'minh', 'lan', 'saray', 'emily', 'sophia', 'dat'].map((key) =>
      Person.signIn(key),
    ),
  );
  if (!hanh || !tu || !minh || !lan || !saray || !emily || !sophia || !dat) return;

  say('\n1. A writer begins an article and submits it.');
  const { items: sections } = await hanh.sees('sections');
  const section = sections.find((/** @type {{ code: string }} */ one) => one.code === 'doi-ngoai');
  const draft = { sectionId: section.id, sourceLanguage: 'vi', byline: seedStory.byline };
  const body = { ...draft, ...textOf(seedStory, 'vi') };
  const made = await hanh.does('POST', 'articles', { body });
  const articleId = made.article.id;
  await hanh.acts(made.editionId, 'submit');

  say('\n2. The language reviewer, then the approver sign exactly this revision.');
  await tu.signs(made.editionId);
  await minh.signs(made.editionId);

  say(
    '\n3. A task for each language, with the text cut into segments, is in the translators’ queues.',
  );
  const editions = { vi: made.editionId, en: '', km: '' };
  for (const [translator, language] of /** @type {const} */ ([
    [lan, 'en'],
    [saray, 'km'],
  ])) {
    const task = await taskOf(translator, articleId);
    await translator.does('POST', `tasks/${task.id}/claim`, { version: task.version });
    const { items } = await translator.sees(`editions/${task.editionId}/segments`);
    for (const { id, version, source } of items) {
      const target = phrasebook.translation(source, language);
      await translator.does('PUT', `segments/${id}`, {
        body: { target, status: 'confirmed' },
        version,
      });
    }
    say(`  ${translator.name}: task due ${task.dueAt}, ${items.length} segments confirmed`);
    editions[language] = task.editionId;
    await translator.acts(task.editionId, 'submit');
  }

  say('\n4. The translations are reviewed by those who read the language, and signed off.');
  await emily.signs(editions.en);
  await minh.signs(editions.en);
  await sophia.signs(editions.km);
  await minh.signs(editions.km);

  say('\n5. The managing editor publishes: the section asks for all languages together.');
  await dat.acts(editions.vi, 'publish');
  const { editions: all } = await dat.sees(`articles/${articleId}`);
  for (const { language, state, liveness } of all) say(`  ${language}: ${state}, ${liveness}`);

  say('\n6. What readers get.');
  for (const language of ['vi', 'en', 'km']) await showPage(language, seedStory.title[language]);

  say('\n7. What people were told.');
  await new Promise((resume) => setTimeout(resume, 2_000));
  for (const person of [hanh, lan, saray]) {
    const { items } = await person.sees('inbox?limit=50');
    const own = items.filter(
      (/** @type {{ articleId: string }} */ one) => one.articleId === articleId,
    );
    say(`  inbox of ${person.name}: ${own.length} notices; the newest: ${own[0]?.sentence}`);
  }
  await showMails();

  say('\n8. The journal.');
  const journal = await dat.sees(`journal?articleId=${articleId}&limit=100`);
  for (const { place, at, fact, language } of journal.items.reverse()) {
    say(`  ${String(place ?? '').padStart(6)}  ${at}  ${fact}${language ? ` (${language})` : ''}`);
  }
  const { blocks, entries, breaks } = await dat.sees('journal/verification');
  say(`  ${blocks} sealed blocks over ${entries} entries, ${breaks.length} breaks\n`);
});

/** Waits for the translation task of an article. @param {Person} translator @param {string} articleId */
async function taskOf(translator, articleId) {
  for (let tries = 0; tries < 200; tries += 1) {
    const { items } = await translator.sees('tasks?view=team&kind=translate&limit=100');
    const task = items.find(
      (/** @type {{ articleId: string }} */ one) => one.articleId === articleId,
    );
    if (task) return task;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Stop(`No task came for ${translator.name}: does the worker run?`);
}

/** @param {string} language @param {string} title */
async function showPage(language, title) {
  const front = await (await fetch(`${portal}/${language}/`)).text();
  const paths = [...front.matchAll(/href="([^"]+)"/g)].map(([, path = '']) => path);
  const path = paths.find(
    (one) => one.includes(`/${language}/doi-ngoai/`) && !one.endsWith('doi-ngoai/'),
  );
  const page = await fetch(new URL(path ?? '/', portal));
  const whole = (await page.text()).includes(title);
  say(`  ${page.status} ${decodeURI(page.url)} ${whole ? `“${title}”` : 'WITHOUT ITS TITLE'}`);
}

async function showMails() {
  const answer = await fetch(`${mails}/api/email`).catch(() => null);
  if (!answer?.ok) return;
  const all = await answer.json();
  say(`  e-mails: ${all.length} at ${mails}; the last to translators:`);
  const last = all.filter((/** @type {any} */ one) =>
    /^(lan|saray)@/.test(one.to?.[0]?.address ?? ''),
  );
  for (const { to, subject } of last.slice(-2)) say(`    ${to[0].address}: ${subject}`);
}
