import type { Page } from 'playwright-core';
import { segmentSheetSchema } from '@desk/contracts';
import { acts, editionIn, signs, takesTask } from '../../support/article-work.js';
import type { Colleague } from '../../support/colleague.js';
import { eventually } from '../../support/eventually.js';
import { nida, said, telex, Typist, vni, type Keystrokes } from './support/composing.js';
import type { Deskmate } from './support/desk-browser.js';
import { atTheEnd, bodyOf, DeskScene, openArticle, saved, words } from './support/desk-scene.js';

let scene: DeskScene;
let hanh: Colleague;
let bao: Colleague;
let writer: Deskmate;
let translator: Deskmate;

beforeAll(async () => {
  scene = await DeskScene.open();
  const { newsroom } = scene;
  hanh = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
  bao = await newsroom.hire('bao', 'Nguyễn Quốc Bảo', 'vi', { role: 'writer' });
  await newsroom.hire('kien', 'Kiên Sa Thi', 'km', { role: 'writer' });
  await newsroom.hire('thu', 'Lý Thị Thu', 'vi', { role: 'translator', language: 'vi' });
  writer = await scene.come('hanh');
  translator = await scene.come('thu');
}, 180_000);
afterAll(async () => {
  expect(await scene.goHome()).toEqual([]);
  await scene.close();
});

type Way = 'composes' | 'corrects' | 'selects';
const ways: readonly (readonly [Way, string, readonly Keystrokes[]])[] = [
  ['composes', 'Telex', telex],
  ['composes', 'VNI', vni],
  ['corrects', 'Telex', telex],
  ['corrects', 'VNI', vni],
  ['selects', 'Telex', telex],
];

/** Until the answer to a save has come, with a word half typed. */
const aSave = (page: Page) => async (): Promise<void> => {
  await page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && /working-copy|segments/.test(answer.url()),
  );
};

describe('in the text of an article', () => {
  it.each(ways)(
    'who %s by %s loses and doubles no letter, also while it is saved',
    async (...way) => {
      const [how, name, typed] = way;
      const begun = bodyOf('Mở đầu:');
      const { articleId, editionId } = await scene.article(hanh, `${how} ${name}`, begun);
      const page = await openArticle(writer, articleId);
      const typist = await Typist.at(page);
      await atTheEnd(page);
      await page.keyboard.press('Space');
      await typist[how](typed, aSave(page));
      await page.keyboard.press('Enter');
      await typist[how](typed);
      await saved(page);
      const lines = [`Mở đầu: ${said(typed)}`, said(typed)];
      await eventually(async () => {
        expect(words((await scene.kept(hanh, editionId)).body)).toEqual(lines);
      });
      expect(await page.locator('[contenteditable=true] p').allInnerTexts()).toEqual(lines);
    },
  );

  it.each(['composes', 'corrects'] as const)(
    'who %s goes on while another person’s change arrives',
    async (how) => {
      const begun = bodyOf('Mở đầu:');
      const { articleId, editionId } = await scene.article(hanh, `Hai người ${how}`, begun);
      const page = await openArticle(writer, articleId);
      const typist = await Typist.at(page);
      await atTheEnd(page);
      await page.keyboard.press('Space');
      await typist[how](telex, async () => {
        await scene.overwrites(bao, editionId, 'Của Bảo', begun);
        await page.getByText('Người khác đã lưu').first().waitFor();
      });
      const line = `Mở đầu: ${said(telex)}`;
      expect(await page.locator('[contenteditable=true] p').allInnerTexts()).toEqual([line]);
      await page.getByRole('button', { name: 'Xem hai bản và chọn' }).click();
      await page.getByRole('button', { name: 'Lưu bản đã chọn' }).click();
      await saved(page);
      const text = await scene.kept(hanh, editionId);
      expect(text.title).toBe('Của Bảo');
      expect(words(text.body)).toEqual([line]);
    },
  );

  it('a Khmer keyboard whose keys give two letters at once', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'ខ្មែរ', bodyOf('១.'));
    const page = await openArticle(writer, articleId);
    const typist = await Typist.at(page);
    await atTheEnd(page);
    for (const key of nida) await typist.presses(key);
    await aSave(page)();
    for (const key of nida) await typist.presses(key);
    await page.keyboard.press('Backspace');
    await page.locator('[data-save=typing]').waitFor();
    await saved(page);
    const typed = nida.join('');
    expect(words((await scene.kept(hanh, editionId)).body)).toEqual([
      // Backspace takes one letter back, not the whole cluster.
      `១.${typed}${typed}`.slice(0, -1),
    ]);
  });
});

describe('in the title and the summary of an article', () => {
  it.each(ways.filter(([how, name]) => how !== 'corrects' || name === 'VNI'))(
    'who %s by %s loses and doubles no letter',
    async (how, name, typed) => {
      const { articleId, editionId } = await scene.article(hanh, '', bodyOf(`${how} ${name}`));
      const page = await openArticle(writer, articleId);
      const typist = await Typist.at(page);
      for (const field of ['article-title', 'article-summary']) {
        await page.locator(`#${field}`).click();
        await typist[how](typed, field === 'article-title' ? aSave(page) : undefined);
        expect(await page.locator(`#${field}`).inputValue()).toBe(said(typed));
      }
      await saved(page);
      expect(await scene.kept(hanh, editionId)).toMatchObject({
        title: said(typed),
        summary: said(typed),
      });
    },
  );
});

describe('in a segment of a translation', () => {
  let editionId: string;
  beforeAll(async () => {
    const { newsroom } = scene;
    const kien = await newsroom.as('kien');
    const minh = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
    await newsroom.hire('oanh', 'Thạch Thị Oanh', 'vi', { role: 'translator', language: 'vi' });
    const lines = ways.map((_, place) => `ប្រយោគទី${place}។`);
    const source = await scene.article(kien, 'ស្រូវ', bodyOf(...lines), 'km');
    await acts(kien, source.editionId, 'submit');
    await signs(minh, source.editionId);
    await takesTask(await newsroom.as('thu'), source.articleId, 'translate');
    const edition = await editionIn(kien, source.articleId, 'vi');
    if (!edition) throw new Error('there is no translation');
    editionId = edition.id;
  });
  const sheet = async () =>
    (await hanh.reads(segmentSheetSchema, `editions/${editionId}/segments`)).items;

  async function openSegment(page: Page, number: number): Promise<Typist> {
    await page.getByRole('button', { name: `Câu ${number}, bản dịch:` }).click();
    await page.locator(`[aria-label="Bản dịch của câu ${number}"]:focus`).waitFor();
    return Typist.at(page);
  }

  it.each(ways.map((way, place) => [...way, place + 2] as const))(
    'who %s by %s loses and doubles no letter, also while it is saved (%#)',
    async (how, _name, typed, number) => {
      await translator.goTo(`/translate/${editionId}`);
      const { page } = translator;
      const typist = await openSegment(page, number);
      await typist[how](typed, aSave(page));
      await page.locator('[data-save=saved]').waitFor();
      expect(await page.locator('[contenteditable=true]').innerText()).toBe(said(typed));
      await eventually(async () => {
        expect((await sheet())[number - 1]?.target).toBe(said(typed));
      });
    },
  );

  it('also while another person’s change arrives', async () => {
    await translator.goTo(`/translate/${editionId}`);
    const { page } = translator;
    await page.locator('[contenteditable=true]:focus').waitFor();
    const typist = await Typist.at(page);
    await typist.composes(telex, async () => {
      const [first] = await sheet();
      await (
        await scene.newsroom.as('oanh')
      ).send('PUT', `segments/${first?.id ?? ''}`, {
        body: { target: 'Của Oanh', status: 'draft' },
        ifMatch: first?.version ?? 0,
      });
      await page.getByRole('alert').getByText('Của Oanh').waitFor();
    });
    expect(await page.locator('[contenteditable=true]').innerText()).toBe(said(telex));
    await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await page.locator('[data-save=saved]').waitFor();
    expect((await sheet())[0]?.target).toBe(said(telex));
  });

  it('a Khmer keyboard', async () => {
    await translator.goTo(`/translate/${editionId}`);
    const { page } = translator;
    const typist = await openSegment(page, 2);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
    for (const key of nida) await typist.presses(key);
    await page.locator('[data-save=typing]').waitFor();
    await page.locator('[data-save=saved]').waitFor();
    expect((await sheet())[1]?.target).toBe(nida.join(''));
  });
});
