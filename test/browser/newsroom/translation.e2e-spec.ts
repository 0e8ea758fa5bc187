import type { Page } from 'playwright-core';
import { segmentSheetSchema, type Body } from '@desk/contracts';
import { acts, editionIn, signs, takesTask, translatesAll } from '../../support/article-work.js';
import type { Colleague } from '../../support/colleague.js';
import { eventually } from '../../support/eventually.js';
import { password } from '../../support/whole-newsroom.js';
import type { Deskmate } from './support/desk-browser.js';
import { bodyOf, DeskScene } from './support/desk-scene.js';

let scene: DeskScene;
let hanh: Colleague;
let minh: Colleague;
let lan: Colleague;
let hoa: Colleague;

beforeAll(async () => {
  scene = await DeskScene.open();
  const { newsroom } = scene;
  hanh = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
  minh = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
  const translator = { role: 'translator', language: 'en' } as const;
  lan = await newsroom.hire('lan', 'Phạm Ngọc Lan', 'en', translator);
  hoa = await newsroom.hire('hoa', 'Kim Thị Hoa', 'en', translator);
}, 180_000);
afterAll(() => scene.close());
afterEach(async () => {
  expect(await scene.goHome()).toEqual([]);
});

/** A signed Vietnamese article whose English translation Lan has taken. */
async function translationOf(title: string, body: Body): Promise<string> {
  const source = await scene.article(hanh, title, body);
  await acts(hanh, source.editionId, 'submit');
  await signs(minh, source.editionId);
  await takesTask(lan, source.articleId, 'translate');
  const edition = await editionIn(lan, source.articleId, 'en');
  if (!edition) throw new Error('there is no translation');
  return edition.id;
}
const sheet = async (editionId: string) =>
  (await lan.reads(segmentSheetSchema, `editions/${editionId}/segments`)).items;

/** Until the cursor stands in a segment. */
const at = (page: Page, number: number) =>
  page.locator(`[aria-label="Translation of segment ${number}"]:focus`).waitFor();
const savedHere = (page: Page) => page.locator('[data-save=saved]').waitFor();

async function translate(mate: Deskmate, editionId: string): Promise<Page> {
  await mate.goTo(`/translate/${editionId}`);
  await mate.page.locator('[contenteditable=true]:focus').waitFor();
  return mate.page;
}

describe('a translation by the keyboard alone', () => {
  it('is done from the first segment to the last, and submitted', async () => {
    const remembered = 'Năm 2020 nông dân bán 300 tấn lúa.';
    const before = await translationOf('Lúa', bodyOf(remembered));
    await translatesAll(lan, before, (source) =>
      source === remembered ? 'In 2020 farmers sold 300 tonnes of rice.' : 'Rice',
    );
    await acts(lan, before, 'submit');
    await signs(minh, before);
    const market = [
      { type: 'text', text: 'Chợ ' },
      { type: 'text', text: 'Cái Răng', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' họp sớm.' },
    ];
    const [repeated, numbers] = ['Giá gạo tăng nhẹ.', 'Năm 2021 nông dân bán 500 tấn lúa.'];
    const body = bodyOf(repeated, 'Chợ', repeated, numbers);
    const editionId = await translationOf('Gạo hôm nay', {
      ...body,
      content: body.content.map((block, place) =>
        place === 1 ? ({ type: 'paragraph', content: market } as typeof block) : block,
      ),
    });
    const { page } = await scene.come('lan');
    await eventually(async () => {
      await page.goto(`${scene.newsroom.api.url}/newsroom/translate/${editionId}`);
      await page.getByText('In 2021 farmers').first().waitFor({ timeout: 5_000 });
    });
    const keys = page.keyboard;
    await at(page, 1);

    await keys.press('Control+Slash');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Copy the source').waitFor();
    await keys.press('Escape');
    await keys.type('Rice today?');
    await keys.press('Backspace');
    await keys.press('Control+Enter');

    await at(page, 2);
    await keys.type('Rice prices rise a little.');
    await keys.press('Control+Enter');

    await at(page, 3);
    await keys.press('Alt+c');
    await keys.press('Control+A');
    await keys.type('The ');
    await keys.press('Alt+Shift+Digit1');
    await keys.type('Cai Rang');
    // Without all its codes it is kept, and not confirmed.
    await keys.press('Control+Enter');
    await page.locator('[data-save]').filter({ hasText: 'Saved' }).waitFor();
    expect((await sheet(editionId))[2]).toMatchObject({ status: 'draft' });
    await keys.press('Alt+Shift+Digit2');
    await keys.type(' market opens early.');
    await keys.press('Control+Enter');

    await at(page, 4);
    expect(await page.locator('[contenteditable=true]').innerText()).toBe(
      'Rice prices rise a little.',
    );
    await keys.press('Alt+u');
    await page
      .getByRole('button', { name: 'Doubtful' })
      .and(page.locator('[aria-pressed=true]'))
      .waitFor();
    await keys.press('Alt+m');
    await keys.type('Is it the price in the field?');
    await keys.press('Control+Enter');
    await page.getByText('Is it the price in the field?').and(page.locator('p')).waitFor();
    await keys.press('Escape');
    await at(page, 4);
    await keys.press('Control+Enter');

    await at(page, 5);
    await keys.press('Control+A');
    await keys.press('Backspace');
    await keys.press('Alt+k');
    await page.getByRole('dialog').getByRole('textbox').fill('nông dân');
    await page.getByRole('dialog').getByText('In 2020 farmers sold').waitFor();
    await keys.press('Escape');
    await at(page, 5);
    await keys.press('Alt+1');
    await page.locator('[contenteditable=true]').getByText('In 2021 farmers sold 500').waitFor();
    await keys.press('Alt+ArrowUp');
    await at(page, 4);
    await keys.press('Alt+ArrowDown');
    await at(page, 5);
    await keys.press('Control+Enter');
    await page.getByText('5 of 5 confirmed').first().waitFor();

    await page.getByRole('radio', { name: 'Doubtful 1' }).press('Space');
    await page.getByRole('button', { name: 'Submit for review' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Submit for review' })
      .press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const done = await sheet(editionId);
    expect(done.map(({ target }) => target)).toEqual([
      'Rice today',
      'Rice prices rise a little.',
      expect.stringMatching(/^The .+Cai Rang.+ market opens early\.$/),
      'Rice prices rise a little.',
      'In 2021 farmers sold 500 tonnes of rice.',
    ]);
    expect(done.map(({ doubtful }) => doubtful)).toEqual([false, false, false, true, false]);
  });
});

describe('nothing typed into a segment is lost', () => {
  let editionId: string;
  beforeAll(async () => {
    const lines = ['Một.', 'Hai.', 'Ba.', 'Bốn.', 'Năm.', 'Sáu.', 'Bảy.', 'Tám.'];
    editionId = await translationOf('Số', bodyOf(...lines));
  });
  const open = async (page: Page, number: number): Promise<void> => {
    await page.getByRole('button', { name: `Segment ${number}, translation:` }).click();
    await at(page, number);
  };
  const target = async (number: number) => (await sheet(editionId))[number - 1];

  it('when two write it: both texts are there to choose from', async () => {
    const page = await translate(await scene.come('lan'), editionId);
    for (const [number, choice] of [
      [1, 'Keep mine'],
      [2, 'Take theirs'],
    ] as const) {
      await open(page, number).catch(() => at(page, number));
      const segment = await target(number);
      await hoa.send('PUT', `segments/${segment?.id ?? ''}`, {
        body: { target: 'Of Hoa', status: 'draft' },
        ifMatch: segment?.version ?? 0,
      });
      await page.keyboard.type('Of Lan');
      await page.getByRole('alert').getByText('Of Hoa').waitFor();
      await page.keyboard.type(', still');
      await page.getByRole('button', { name: choice }).click();
      await page.getByRole('button', { name: choice }).waitFor({ state: 'detached' });
      await savedHere(page);
    }
    expect((await target(1))?.target).toBe('Of Lan, still');
    expect((await target(2))?.target).toBe('Of Hoa');
    expect(await page.locator('[contenteditable=true]').innerText()).toBe('Of Hoa');
  });

  it('when the connection goes: one goes on, and all of it arrives later', async () => {
    const mate = await scene.come('lan');
    const page = await translate(mate, editionId);
    await open(page, 4);
    await mate.context.setOffline(true);
    await page.keyboard.type('Three.');
    await page.keyboard.press('Control+Enter');
    await at(page, 5);
    await page.keyboard.type('Four, wi');
    await page.locator('[data-save=kept]').waitFor();
    await page.keyboard.type('thout connection.');
    await page.getByText('1 segment has not been sent.').waitFor();
    await mate.context.setOffline(false);
    await savedHere(page);
    await page.getByText('1 segment has not been sent.').waitFor({ state: 'detached' });
    expect(await target(4)).toMatchObject({ target: 'Three.', status: 'confirmed' });
    expect(await target(5)).toMatchObject({ target: 'Four, without connection.' });
    mate.forgive(/ERR_INTERNET_DISCONNECTED/);
  });

  it('when the browser goes down: it is brought back', async () => {
    const mate = await scene.come('lan');
    await mate.page.route('**/segments/*', (route) => route.abort());
    const page = await translate(mate, editionId);
    await open(page, 6);
    await page.keyboard.type('Five.');
    await page.locator('[data-save=kept]').waitFor();
    await page.close();
    mate.forgive(/ERR_FAILED/);
    const again = await mate.anotherPage(`/translate/${editionId}`);
    await again.getByText('1 segment typed here earlier').waitFor();
    await again.getByRole('button', { name: 'Segment 6, translation: Five.' }).waitFor();
    await eventually(async () => {
      expect((await target(6))?.target).toBe('Five.');
    });
  });

  it('when the session ends under one’s hands', async () => {
    const mate = await scene.come('lan');
    const page = await translate(mate, editionId);
    await open(page, 7);
    await page.keyboard.type('Six.');
    await mate.context.clearCookies();
    await page.keyboard.press('Control+Enter');
    const door = page.getByRole('dialog');
    await door.locator('input[name=password]').fill(password);
    await door.getByRole('button', { name: 'Sign in' }).click();
    await at(page, 8);
    expect(await target(7)).toMatchObject({ target: 'Six.', status: 'confirmed' });
  });
});
