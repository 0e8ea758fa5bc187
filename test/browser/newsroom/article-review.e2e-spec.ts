import { acts } from '../../support/article-work.js';
import type { Colleague } from '../../support/colleague.js';
import {
  atTheEnd,
  bodyOf,
  DeskScene,
  editorIn,
  openArticle,
  saved,
  words,
} from './support/desk-scene.js';

let scene: DeskScene;
let hanh: Colleague;

beforeAll(async () => {
  scene = await DeskScene.open();
  hanh = await scene.newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
  await scene.newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
}, 180_000);
afterAll(() => scene.close());
afterEach(async () => {
  expect(await scene.goHome()).toEqual([]);
});

describe('an article that others read', () => {
  it('is read by who may not write it, and by who submitted it; both are told why', async () => {
    const { articleId } = await scene.article(hanh, 'Chỉ đọc');
    const reader = await scene.come('minh');
    await reader.goTo(`/articles/${articleId}`);
    await reader.page.getByText('Bạn đang đọc.').waitFor();
    expect(await reader.page.locator('[contenteditable=true]').count()).toBe(0);
    const page = await openArticle(await scene.come('hanh'), articleId);
    await page.getByRole('button', { name: 'Gửi duyệt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi duyệt' }).click();
    await page.getByText('đang chờ duyệt').first().waitFor();
    await page.locator('[contenteditable=true]').first().waitFor({ state: 'detached' });
  });

  it('follows what happens, also after the newsroom once refused to tell', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Nghe tiếp');
    const reader = await scene.come('minh');
    await reader.page.route('**/api/v1/events', (route) => route.fulfill({ status: 503 }), {
      times: 1,
    });
    await reader.goTo(`/articles/${articleId}`);
    await reader.page.getByText('Bạn đang đọc.').waitFor();
    await acts(hanh, editionId, 'submit');
    await reader.page.getByText('đang chờ duyệt').first().waitFor();
  });

  it('has comments about words, which lead back to them', async () => {
    const body = bodyOf('Một.', 'Hai ba bốn.');
    const { articleId, editionId } = await scene.article(hanh, 'Bình luận', body);
    await acts(hanh, editionId, 'submit');
    await acts(hanh, editionId, 'recall');
    const page = await openArticle(await scene.come('hanh'), articleId);
    await page.getByRole('tab', { name: 'Ý kiến' }).click();
    await page
      .getByText('Hai ba bốn.')
      .first()
      .dblclick({ position: { x: 12, y: 12 } });
    const chosen = (await page.evaluate<string>('getSelection().toString()')).trim();
    await page.locator('aside q').filter({ hasText: chosen }).waitFor();
    await page.locator('aside textarea').first().fill('Xin xem lại chữ này.');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    const thread = page.getByRole('article').filter({ hasText: 'Xin xem lại chữ này.' });
    await thread.waitFor();
    await editorIn(page).click();
    await page.keyboard.press('Control+Home');
    await thread.getByRole('button', { name: chosen }).click();
    expect((await page.evaluate<string>('getSelection().toString()')).trim()).toBe(chosen);
    await thread.getByRole('button', { name: 'Xong' }).click();
    await thread.getByRole('button', { name: 'Mở lại' }).waitFor();
  });

  it('has a history, shows what changed between two revisions, and brings an old one back', async () => {
    const body = bodyOf('Giá lúa tăng.');
    const { articleId, editionId } = await scene.article(hanh, 'Lịch sử', body);
    await acts(hanh, editionId, 'submit');
    await acts(hanh, editionId, 'recall');
    const page = await openArticle(await scene.come('hanh'), articleId);
    await atTheEnd(page);
    await page.keyboard.press('Backspace');
    await page.keyboard.type(' nhẹ.');
    await saved(page);
    await acts(hanh, editionId, 'submit');
    await acts(hanh, editionId, 'recall');
    await page.getByRole('tab', { name: 'Lịch sử' }).click();
    await page.getByText('Bản 2', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Đã đổi gì' }).first().click();
    await page.getByRole('dialog').locator('ins').filter({ hasText: 'nhẹ' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Lấy lại bản này' }).last().click();
    await page.getByRole('button', { name: 'Xem bản mới' }).click();
    await page.getByText('Giá lúa tăng.', { exact: true }).first().waitFor();
    expect(words((await scene.kept(hanh, editionId)).body)).toEqual(['Giá lúa tăng.']);
  });
});
