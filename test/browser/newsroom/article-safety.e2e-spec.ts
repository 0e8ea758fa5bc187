import type { Colleague } from '../../support/colleague.js';
import { password } from '../../support/whole-newsroom.js';
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
let bao: Colleague;

beforeAll(async () => {
  scene = await DeskScene.open();
  hanh = await scene.newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
  bao = await scene.newsroom.hire('bao', 'Nguyễn Quốc Bảo', 'vi', { role: 'writer' });
}, 180_000);
afterAll(() => scene.close());
afterEach(async () => {
  expect(await scene.goHome()).toEqual([]);
});
const linesOf = async (editionId: string) => words((await scene.kept(hanh, editionId)).body);

describe('nothing typed is lost', () => {
  it('when the connection goes and comes back', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Mất mạng');
    const mate = await scene.come('hanh');
    const page = await openArticle(mate, articleId);
    await mate.context.setOffline(true);
    await atTheEnd(page);
    await page.keyboard.type(' Gõ khi mất mạng.');
    await page.locator('[data-save=kept]').waitFor();
    await page.getByText('được giữ trên máy này').first().waitFor();
    await page.keyboard.type(' Gõ tiếp.');
    await mate.context.setOffline(false);
    await saved(page);
    expect(await linesOf(editionId)).toEqual(['Dòng đầu. Gõ khi mất mạng. Gõ tiếp.']);
    mate.forgive(/ERR_INTERNET_DISCONNECTED/);
  });

  it('when the browser goes down: it is offered again, before anything is written over it', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Sập máy');
    const mate = await scene.come('hanh');
    await mate.page.route('**/working-copy', (route) => route.abort());
    const page = await openArticle(mate, articleId);
    await atTheEnd(page);
    await page.keyboard.type(' Chưa kịp lưu.');
    await page.locator('[data-save=kept]').waitFor();
    await page.close();
    mate.forgive(/ERR_FAILED/);
    const again = await mate.anotherPage(`/articles/${articleId}`);
    const offer = again.getByRole('alert').filter({ hasText: 'Chưa kịp lưu.' });
    await offer.waitFor();
    expect(await again.locator('[contenteditable=true]').count()).toBe(0);
    await offer.getByRole('button', { name: 'Dùng lại' }).click();
    await saved(again);
    await again.reload();
    await editorIn(again).waitFor();
    expect(await again.getByRole('alert').filter({ hasText: 'Chưa kịp lưu.' }).count()).toBe(0);
    expect(await linesOf(editionId)).toEqual(['Dòng đầu. Chưa kịp lưu.']);
  });

  it('when the page is loaded anew in the middle of a sentence', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Tải lại');
    const page = await openArticle(await scene.come('hanh'), articleId);
    await atTheEnd(page);
    await page.keyboard.type(' Dở dang');
    await page.reload();
    await page.getByRole('button', { name: 'Dùng lại' }).click();
    await saved(page);
    expect(await linesOf(editionId)).toEqual(['Dòng đầu. Dở dang']);
  });

  it('when the session ends under one’s hands', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Hết phiên');
    const mate = await scene.come('hanh');
    const page = await openArticle(mate, articleId);
    await atTheEnd(page);
    await page.keyboard.type(' Vẫn còn đây.');
    await mate.context.clearCookies();
    const door = page.getByRole('dialog');
    await door.locator('input[name=password]').fill(password);
    await door.getByRole('button', { name: 'Đăng nhập' }).click();
    await door.waitFor({ state: 'detached' });
    await saved(page);
    await atTheEnd(page);
    await page.keyboard.type(' Viết tiếp.');
    await page.locator('[data-save=typing]').waitFor();
    await saved(page);
    expect(await linesOf(editionId)).toEqual(['Dòng đầu. Vẫn còn đây. Viết tiếp.']);
  });

  it('when the network is slow: one goes on typing, and the saves follow one by one', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Mạng chậm');
    const mate = await scene.come('hanh');
    const page = await openArticle(mate, articleId);
    let underway = 0;
    await page.route('**/working-copy', async (route) => {
      underway += 1;
      expect(underway).toBe(1);
      const response = await route.fetch();
      await page.waitForTimeout(1_200);
      underway -= 1;
      await route.fulfill({ response });
    });
    await atTheEnd(page);
    await page.keyboard.type(' Câu thứ hai.');
    await page.locator('[data-save=saving]').waitFor();
    await page.keyboard.type(' Câu thứ ba.');
    await page.locator('[data-save=typing]').waitFor();
    await page.keyboard.type(' Câu thứ tư.');
    await saved(page);
    const typed = 'Dòng đầu. Câu thứ hai. Câu thứ ba. Câu thứ tư.';
    expect(await linesOf(editionId)).toEqual([typed]);
    expect(await editorIn(page).innerText()).toBe(typed);
  });
});

describe('two who write the same article', () => {
  const begun = bodyOf('Một.', 'Hai.', 'Ba.');
  const theirs = bodyOf('Một của Bảo.', 'Hai.', 'Ba của Bảo.');

  it('choose piece by piece; what one alone changed is chosen already', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Hai người', begun);
    const page = await openArticle(await scene.come('hanh'), articleId);
    await scene.overwrites(bao, editionId, 'Hai người', theirs);
    await atTheEnd(page);
    await page.keyboard.type(' Của Hạnh.');
    await page.getByText('Người khác đã lưu').first().waitFor();
    // Nothing is taken from under the hands.
    await page.keyboard.type(' Vẫn gõ.');
    await page.getByRole('button', { name: 'Xem hai bản và chọn' }).click();
    const take = page.getByRole('button', { name: 'Lưu bản đã chọn' });
    expect(await take.isDisabled()).toBe(true);
    const places = page.getByRole('radiogroup');
    expect(await places.count()).toBe(2);
    expect(await places.nth(0).getByRole('radio').nth(1).isChecked()).toBe(true);
    await places.nth(1).getByRole('radio').nth(2).check();
    await take.click();
    await saved(page);
    expect(await linesOf(editionId)).toEqual([
      'Một của Bảo.',
      'Hai.',
      'Ba. Của Hạnh. Vẫn gõ.',
      'Ba của Bảo.',
    ]);
  });

  it('both see it when each has it on the screen', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Cùng viết', begun);
    const [mine, other] = [await scene.come('hanh'), await scene.come('bao')];
    const page = await openArticle(mine, articleId);
    const page2 = await openArticle(other, articleId);
    await page.getByText('Nguyễn Quốc Bảo đang viết.').waitFor();
    await page2.getByText('Trần Thị Hạnh đang viết.').waitFor();
    await atTheEnd(page2);
    await page2.keyboard.type(' Bảo thêm.');
    await saved(page2);
    await page.getByText('Người khác vừa lưu bản mới hơn của bài này.').waitFor();
    await page.getByRole('button', { name: 'Xem bản mới' }).click();
    await page.getByText('Ba. Bảo thêm.').waitFor();
    await atTheEnd(page);
    await page.keyboard.type(' Hạnh thêm.');
    await page.locator('[data-save=typing]').waitFor();
    await saved(page);
    expect(await linesOf(editionId)).toEqual(['Một.', 'Hai.', 'Ba. Bảo thêm. Hạnh thêm.']);
    await other.goTo('/');
    await page.getByText('Nguyễn Quốc Bảo đang viết.').waitFor({ state: 'detached' });
  });
});
