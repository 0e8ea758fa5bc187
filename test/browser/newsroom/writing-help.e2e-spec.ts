import type { Page } from 'playwright-core';
import type { Colleague } from '../../support/colleague.js';
import { bodyOf, DeskScene, openArticle, saved, words } from './support/desk-scene.js';

let scene: DeskScene;
let hanh: Colleague;
const lines = [
  'Công tác hòa bình và văn hóa, hữu nghị hoà hợp.',
  'Kế hoạch vè các nghành.',
  'C«ng t¸c th«ng tin ®èi ngo¹i',
];
const interfaces = [
  { language: 'vi', who: 'hanh', checks: 'Kiểm tra', heading: 'Chữ nghĩa', ignore: /^Bỏ qua/ },
  { language: 'en', who: 'bao', checks: 'Checks', heading: 'Wording', ignore: /^Ignore/ },
  { language: 'km', who: 'dara', checks: 'ពិនិត្យ', heading: 'ពាក្យពេចន៍', ignore: /^រំលង/ },
] as const;

beforeAll(async () => {
  scene = await DeskScene.open();
  hanh = await scene.newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
  await scene.newsroom.hire('bao', 'Nguyễn Quốc Bảo', 'en', { role: 'writer' });
  await scene.newsroom.hire('dara', 'Thạch Đa Ra', 'km', { role: 'writer' });
}, 180_000);
afterAll(() => scene.close());
afterEach(async () => {
  expect(await scene.goHome()).toEqual([]);
});

/** The finding that shows these words. */
const finding = (page: Page, shown: string) =>
  page.getByRole('listitem').filter({ has: page.locator('q', { hasText: shown }) });

describe('what is said of the words', () => {
  it('is marked in the text, put right by one click, and left for good', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Hội nghị', bodyOf(...lines));
    const page = await openArticle(await scene.come('hanh'), articleId);
    await page.getByRole('tab', { name: 'Kiểm tra' }).click();
    await page.locator('[data-finding=slip]', { hasText: 'vè' }).waitFor();
    await finding(page, 'vè').getByRole('button', { name: 'về', exact: true }).click();
    await finding(page, 'C«ng').getByRole('button', { name: 'Công tác thông tin' }).click();
    await finding(page, 'hoà').getByRole('button', { name: 'hòa', exact: true }).click();
    await finding(page, 'nghành').getByRole('button', { name: 'Bỏ qua' }).click();
    await page.getByText('Đã bỏ qua: 1').waitFor();
    await page.getByText('Không thấy gì phải sửa.').waitFor();
    await saved(page);
    expect(words((await scene.kept(hanh, editionId)).body)).toEqual([
      'Công tác hòa bình và văn hóa, hữu nghị hòa hợp.',
      'Kế hoạch về các nghành.',
      'Công tác thông tin đối ngoại',
    ]);
    await page.reload();
    await page.getByRole('tab', { name: 'Kiểm tra' }).click();
    await page.getByText('Đã bỏ qua: 1').waitFor();
  });

  it.each(interfaces)('is said in $language, for everybody', async (told) => {
    const { articleId } = await scene.article(hanh, 'Hội nghị', bodyOf(...lines));
    for (const dark of [false, true]) {
      const mate = await scene.come(told.who, { dark });
      const page = await openArticle(mate, articleId);
      await page.getByRole('tab', { name: told.checks }).click();
      await page.getByRole('heading', { name: told.heading }).waitFor();
      await finding(page, 'vè').getByRole('button', { name: told.ignore }).waitFor();
      expect(await mate.violations()).toEqual([]);
      expect(await mate.cutOff()).toEqual([]);
    }
  });
});
