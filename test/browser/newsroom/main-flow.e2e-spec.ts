import type { Browser } from 'playwright-core';
import type { Page } from 'playwright-core';
import { eventually } from '../../support/eventually.js';
import { WholeNewsroom } from '../../support/whole-newsroom.js';
import { Deskmate, openChromium } from './support/desk-browser.js';

const title = 'Hội thảo về thông tin đối ngoại';
const sentences = [
  'Sáng 09/5/2013, hơn 200 đại biểu đã dự hội thảo tại Bạc Liêu.',
  'Các đại biểu trao đổi kinh nghiệm với nước bạn.',
];
const english = {
  [title]: 'Workshop on external information',
  [sentences[0] ?? '']:
    'On the morning of 09/5/2013, more than 200 delegates attended the workshop in Bac Lieu.',
  [sentences[1] ?? '']: 'The delegates shared their experience with friends abroad.',
};
const khmer = {
  [title]: 'សិក្ខាសាលាស្ដីពីព័ត៌មានបរទេស',
  [sentences[0] ?? '']: 'ព្រឹកថ្ងៃទី ៩ ខែឧសភា ឆ្នាំ២០១៣ ប្រតិភូជាង ២០០ នាក់បានចូលរួមសិក្ខាសាលានៅបាកលាវ។',
  [sentences[1] ?? '']: 'ប្រតិភូបានផ្លាស់ប្ដូរបទពិសោធន៍ជាមួយមិត្តបរទេស។',
};

/** Everybody's work from first to last in the browser, with no other tool. */
describe('an article from the first key to its readers', () => {
  let newsroom: WholeNewsroom;
  let browser: Browser;
  const mates: Deskmate[] = [];

  const come = async (key: string): Promise<Page> => {
    const mate = await Deskmate.come(browser, newsroom.api.url);
    mates.push(mate);
    await mate.signIn(key);
    return mate.page;
  };

  beforeAll(async () => {
    newsroom = await WholeNewsroom.open(undefined, { LOG_LEVEL: 'fatal' });
    await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
    await newsroom.hire('lan', 'Phạm Ngọc Lan', 'en', { role: 'translator', language: 'en' });
    await newsroom.hire('saray', 'Sơn Thị Sa Rây', 'km', { role: 'translator', language: 'km' });
    await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
    await newsroom.section('tin', { release: 'together' });
    browser = await openChromium();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await newsroom.close();
  });
  afterEach(async () => {
    for (const mate of mates.splice(0)) {
      expect(mate.complaints).toEqual([]);
      await mate.leave();
    }
  });

  it('is written, in Vietnamese screens, and submitted', async () => {
    const page = await come('hanh');
    await page.getByRole('link', { name: 'Viết bài mới' }).first().click();
    await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
    await page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).fill(title);
    await page.getByRole('textbox', { name: 'Nội dung' }).click();
    await page.keyboard.insertText(sentences.join(' '));
    await page
      .locator('[data-save=saved]')
      .filter({ hasText: /\d\d:\d\d/ })
      .waitFor();
    await page.getByRole('button', { name: 'Gửi duyệt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi duyệt' }).click();
    await page.getByText('đang chờ duyệt').first().waitFor();
  });

  it('is signed off by who is asked for it', async () => {
    const page = await come('minh');
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('button', { name: 'Ký duyệt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ký duyệt' }).click();
    await page.getByText('Đã đủ chữ ký.').waitFor();
  });

  it.each([
    {
      key: 'lan',
      queue: 'Queue',
      take: 'Take it',
      keys: 'Keys',
      submit: 'Submit for review',
      texts: english,
    },
    {
      key: 'saray',
      queue: 'កិច្ចការរង់ចាំ',
      take: 'ទទួលធ្វើ',
      keys: 'គ្រាប់ចុចកាត់',
      submit: 'បញ្ជូនទៅពិនិត្យ',
      texts: khmer,
    },
  ])('is translated by $key with the keyboard alone', async ({ key, take, submit, texts }) => {
    const page = await come(key);
    await eventually(async () => {
      await page.goto(`${newsroom.api.url}/newsroom/queue?view=team`);
      await page.getByRole('button', { name: take }).first().waitFor({ timeout: 3_000 });
    }, 40_000);
    await page.getByRole('button', { name: take }).first().click();
    for (const written of Object.values(texts)) {
      const editor = page.locator('[contenteditable=true]');
      await editor.waitFor();
      await editor.focus();
      const before = await page.getByRole('progressbar').first().getAttribute('aria-valuenow');
      await page.keyboard.insertText(written);
      await page.keyboard.press('Control+Enter');
      await eventually(async () => {
        expect(await page.getByRole('progressbar').first().getAttribute('aria-valuenow')).not.toBe(
          before,
        );
      });
    }
    await page.getByRole('button', { name: submit }).click();
    await page.getByRole('dialog').getByRole('button', { name: submit }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('is signed in each language, published together, and read', async () => {
    const page = await come('minh');
    for (const signed of [english[title] ?? '', khmer[title] ?? '']) {
      await page.goto(`${newsroom.api.url}/newsroom/queue?view=team`);
      await page.getByRole('link', { name: signed }).first().click();
      await page.getByRole('button', { name: 'Ký duyệt' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Ký duyệt' }).click();
      await page.getByText('Đã đủ chữ ký.').waitFor();
    }
    await page.goto(`${newsroom.api.url}/newsroom/releases`);
    await page.getByRole('button', { name: 'Công bố', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Công bố' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    for (const [language, shown] of [
      ['vi', title],
      ['en', english[title]],
      ['km', khmer[title]],
    ] as const) {
      await eventually(async () => {
        await page.goto(`${newsroom.portal.url}/${language}/`);
        expect(await page.textContent('body')).toContain(shown);
      }, 30_000);
    }
  });
});
