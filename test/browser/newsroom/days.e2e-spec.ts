import type { Page } from 'playwright-core';
import { languages, type Language } from '@desk/languages';
import { acts, editionNow, signs } from '../../support/article-work.js';
import type { Colleague } from '../../support/colleague.js';
import { eventually } from '../../support/eventually.js';
import { emailOf } from '../../support/whole-newsroom.js';
import { bodyOf, DeskScene } from './support/desk-scene.js';
import { wordsIn } from './support/wording.js';

let scene: DeskScene;
let hanh: Colleague;
let minh: Colleague;

const keyOf = (who: string, language: Language): string => `${who}-${language}`;

beforeAll(async () => {
  scene = await DeskScene.open();
  const { newsroom } = scene;
  hanh = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
  minh = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
  for (const language of languages) {
    const editor = keyOf('dat', language);
    await newsroom.hire(editor, `Lâm Đạt ${language}`, language, { role: 'managing_editor' });
    const administrator = keyOf('vuth', language);
    await newsroom.hire(administrator, `Vuth ${language}`, language, { role: 'administrator' });
  }
}, 180_000);
afterAll(() => scene.close());
afterEach(async () => {
  expect(await scene.goHome()).toEqual([]);
});

/** Goes there by the navigation, as people do. */
async function go(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: place }).waitFor();
}

describe.each(languages)('a managing editor’s day, in %s', (language) => {
  const say = wordsIn(language);

  it('hands work on, publishes, withdraws with a reason, and reads the journal', async () => {
    const [waiting, ready] = [`Chờ ký ${language}`, `Đã ký ${language}`];
    const first = await scene.article(hanh, waiting, bodyOf('Một câu.'));
    await acts(hanh, first.editionId, 'submit');
    const second = await scene.article(hanh, ready, bodyOf('Hai câu.'));
    await acts(hanh, second.editionId, 'submit');
    await signs(minh, second.editionId);
    const { page } = await scene.come(keyOf('dat', language));
    expect(await page.getAttribute('html', 'lang')).toBe(language);

    await go(page, say('shell:places.board'));
    await page.getByRole('checkbox', { name: say('board:choose', { title: waiting }) }).check();
    await page.getByRole('button', { name: say('board:bulk.assign', { count: 1 }) }).click();
    await page.getByRole('dialog').getByRole('radio', { name: 'Lê Hoàng Minh' }).check();
    await page.getByRole('button', { name: say('queue:handOver'), exact: true }).click();
    await page.getByRole('link', { name: 'Lê Hoàng Minh' }).first().waitFor();
    await page.getByRole('checkbox', { name: say('board:choose', { title: waiting }) }).check();
    await page.getByRole('button', { name: say('board:bulk.due', { count: 1 }) }).click();
    await page.getByRole('dialog').getByLabel(say('board:bulk.dueAt')).fill('2035-03-01T09:00');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('shell:save') })
      .click();
    await page
      .getByText(say('board:bulk.done_other', { count: 1 }))
      .first()
      .waitFor();

    await go(page, say('shell:places.releases'));
    const article = page.getByRole('article').filter({ hasText: ready });
    await article
      .getByRole('button', { name: say('workflow:actions.publish') })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('workflow:actions.publish') }).click();
    await dialog.waitFor({ state: 'detached' });
    await eventually(async () => {
      expect((await editionNow(hanh, second.editionId)).liveness).toBe('live');
    });

    await page.getByText(say('releases:views.published'), { exact: true }).click();
    const card = page.getByRole('article').filter({ hasText: ready });
    await card.getByRole('button', { name: say('workflow:actions.withdraw') }).click();
    for (const [of, reason] of [
      ['vi', 'Tin chưa kiểm chứng.'],
      ['en', 'Not verified.'],
      ['km', 'មិនទាន់ផ្ទៀងផ្ទាត់។'],
    ] as const) {
      const label = `${say('transitions:say.reason')} (${say(`workflow:languages.${of}`)})`;
      await dialog.getByLabel(label).fill(reason);
    }
    await dialog.getByRole('button', { name: say('workflow:actions.withdraw') }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await editionNow(hanh, second.editionId)).liveness).toBe('withdrawn');

    await go(page, say('shell:places.journal'));
    await page.getByText('edition.withdrawn').first().waitFor();
    await page.getByRole('button', { name: say('journal:verify') }).click();
    await page.getByText(say('journal:whole')).waitFor();
  });
});

describe.each(languages)('an administrator’s day, in %s', (language) => {
  const say = wordsIn(language);

  it('hires, gives roles, makes a section and a webhook, and looks after the jobs', async () => {
    const { page } = await scene.come(keyOf('vuth', language));
    const dialog = page.getByRole('dialog');
    const name = `Sơn Ngọc ${language}`;

    await go(page, say('shell:places.people'));
    // A dialog that closes gives the focus back to where it came from.
    await page.getByRole('button', { name: say('people-admin:hire') }).click();
    await dialog.getByLabel(say('people-admin:name')).waitFor();
    await page.keyboard.press('Escape');
    await page
      .locator('button:focus')
      .filter({ hasText: say('people-admin:hire') })
      .waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByLabel(say('people-admin:name')).fill(name);
    await dialog.getByLabel(say('shell:signIn.email')).fill(emailOf(`ngoc-${language}`));
    const secret = 'Mười hai con sông';
    await dialog.getByLabel(say('people-admin:firstPassword')).first().fill(secret);
    await dialog.getByRole('button', { name: say('people-admin:addRole') }).click();
    await dialog.getByRole('button', { name: say('people-admin:hire') }).click();
    await dialog.waitFor({ state: 'detached' });
    const person = page.getByRole('article').filter({ hasText: name });
    await person.getByText(say('people:roles.writer')).waitFor();
    await person.getByRole('button', { name: say('people-admin:disable') }).click();
    await person.getByText(say('people-admin:off')).waitFor();
    await person.getByRole('button', { name: say('people-admin:enable') }).click();
    await person.getByText(say('people-admin:off')).waitFor({ state: 'detached' });

    await go(page, say('shell:places.sections'));
    await page.getByRole('button', { name: say('sections:add') }).click();
    for (const of of languages) {
      const label = `${say('sections:name')} (${say(`workflow:languages.${of}`)})`;
      await dialog.getByLabel(label).fill(`Le hoi ${language} ${of}`);
    }
    await dialog.getByLabel(say('sections:code')).fill(`le-hoi-${language}`);
    await dialog.getByRole('button', { name: say('shell:save') }).click();
    await page.getByText(`/le-hoi-${language}`).waitFor();

    await go(page, say('shell:places.webhooks'));
    await page
      .getByRole('button', { name: say('webhooks:add') })
      .first()
      .click();
    await dialog.getByLabel(say('webhooks:url')).fill(`https://example.com/${language}`);
    await dialog.getByRole('button', { name: say('shell:save') }).click();
    await dialog.getByText(say('webhooks:secretAbout')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(`https://example.com/${language}`).waitFor();

    await go(page, say('shell:places.jobs'));
    await page.getByText(say('jobs:none')).waitFor();
    await go(page, say('shell:places.journal'));
    await page.getByText('section.created').first().waitFor();
    await page
      .getByRole('button', { name: say('shell:you', { name: `Vuth ${language}` }) })
      .click();
    await page.getByRole('menuitem', { name: say('shell:signOut') }).click();
    await page.waitForURL(/sign-in/);
  });
});
