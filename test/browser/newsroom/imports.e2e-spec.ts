import type { Page } from 'playwright-core';
import { DeskScene } from './support/desk-scene.js';

let scene: DeskScene;
beforeAll(async () => {
  scene = await DeskScene.open();
  await scene.newsroom.hire('dat', 'Nguyễn Văn Đạt', 'vi', { role: 'managing_editor' });
}, 120_000);
afterAll(() => scene.close());
afterEach(async () => {
  expect(await scene.goHome()).toEqual([]);
});

const unit = (vi: string, en: string) =>
  `<tu><tuv xml:lang="vi"><seg>${vi}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;
const tmx = (...units: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="vi" datatype="plaintext"/>
<body>
${units.join('\n')}
</body></tmx>`;

const gives = (page: Page, name: string, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(text) });

async function atImports(of: 'memory' | 'glossary') {
  const mate = await scene.come('dat');
  await mate.goTo(`/imports?of=${of}`);
  return mate;
}

describe('an import into the memory', () => {
  it('shows what the file holds before anything is taken, then takes it, and can be undone', async () => {
    const mate = await atImports('memory');
    const { page } = mate;
    await page.getByText('Chưa nhập gì').waitFor();
    await gives(
      page,
      'cu.tmx',
      tmx(unit('Nước lớn.', 'High tide.'), unit('Nước ròng.', 'Low tide.')),
    );
    await page.getByText('Tệp có 2 câu đủ hai ngôn ngữ.').waitFor();
    expect(await page.getByText('Chưa nhập gì').isVisible()).toBe(true);
    expect(await mate.violations()).toEqual([]);
    await page.getByLabel('Tên lần nhập').fill('Bộ nhớ cũ');
    await page.getByRole('button', { name: 'Lấy 2 câu vào bộ nhớ' }).click();
    const past = page.getByRole('article').filter({ hasText: 'Bộ nhớ cũ' });
    await past.getByText('Đã lấy 2 câu mới.').waitFor();

    await past.getByRole('button', { name: 'Hoàn tác lần nhập Bộ nhớ cũ' }).click();
    await past.getByText('Đã hoàn tác').waitFor();
    await mate.goTo('/memory');
    await page.locator('main').getByText('Nước lớn.').waitFor({ state: 'detached' });
  });

  it('of a large file is read by the worker, and tells how far it is', async () => {
    const { page } = await atImports('memory');
    const many = Array.from({ length: 9_000 }, (_, number) =>
      unit(`Câu số ${String(number)} về sông.`, `Sentence ${String(number)} of the river.`),
    );
    await gives(page, 'lon.tmx', tmx(...many));
    await page.getByText('Tệp có 9000 câu đủ hai ngôn ngữ.').waitFor({ timeout: 60_000 });
  });

  it('tells by its line what is wrong, and keeps what the memory has', async () => {
    const mate = await atImports('memory');
    const { page } = mate;
    await gives(page, 'hong.tmx', tmx(unit('Nước lớn.', 'High tide.'), '<tu><tuv xml:lang="vi">'));
    await page.getByText(/Dòng \d+:/).waitFor();
    expect(await page.getByRole('button', { name: /Lấy \d+ câu/ }).count()).toBe(0);
    expect(await mate.violations()).toEqual([]);
    expect(await mate.cutOff()).toEqual([]);
  });
});

describe('an import into the glossary', () => {
  it('shows what is new before it is added', async () => {
    const { page } = await atImports('glossary');
    await gives(page, 'thuat-ngu.csv', 'concept,vi,en,km\n1,nước nổi,high water season,រដូវទឹកឡើង\n');
    await page.getByRole('button', { name: 'Thêm 1 thuật ngữ' }).click();
    await page.getByText('Đã thêm 1 thuật ngữ.').waitFor();
  });

  it('that is none is refused in words', async () => {
    const { page } = await atImports('glossary');
    await gives(page, 'anh.csv', '\0\0\0');
    await page.getByRole('alert').first().waitFor();
  });
});
