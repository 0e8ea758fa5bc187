import { z } from 'zod';
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
const editionsSchema = z.object({ editions: z.array(z.object({ id: z.uuid() })) });

beforeAll(async () => {
  scene = await DeskScene.open();
  hanh = await scene.newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
}, 180_000);
afterAll(() => scene.close());
afterEach(async () => {
  expect(await scene.goHome()).toEqual([]);
});

describe('writing an article', () => {
  it('begins with one click, and what is typed is saved by itself', async () => {
    const { page } = await scene.come('hanh');
    await page.getByRole('link', { name: 'Viết bài mới' }).first().click();
    await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
    await editorIn(page).waitFor();
    await page.keyboard.type('Chợ nổi Ngã Năm');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Mỗi sáng, chợ họp trên sông.');
    await page.keyboard.press('Tab');
    await editorIn(page).click();
    await page.keyboard.type('Ghe xuồng đến từ năm ngả sông.');
    await page.locator('[data-save=typing]').waitFor();
    await saved(page);
    expect(await page.locator('[data-save]').textContent()).toMatch(/^Đã lưu lúc \d\d:\d\d$/);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { editions } = await hanh.reads(editionsSchema, `articles/${id}`);
    expect(await scene.kept(hanh, editions[0]?.id ?? '')).toMatchObject({
      title: 'Chợ nổi Ngã Năm',
      summary: 'Mỗi sáng, chợ họp trên sông.',
      body: bodyOf('Ghe xuồng đến từ năm ngả sông.'),
    });
  });

  it('knows Markdown, a menu behind the slash, tables and footnotes, by the keyboard alone', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Bàn phím', bodyOf('Mở.'));
    const page = await openArticle(await scene.come('hanh'), articleId);
    await atTheEnd(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type('## Đề mục');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- một');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Có **đậm** và ghi chú');
    await page.keyboard.type(' /chú');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('[contenteditable=true]:focus').waitFor();
    await page.keyboard.type('Số liệu 2020.');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.keyboard.type('/bảng');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ô đầu');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ô hai');
    await page.keyboard.press('Alt+F10');
    expect(await page.evaluate('document.activeElement.dataset.tool')).toBe('bold');
    await page.keyboard.press('Escape');
    await saved(page);
    const { body } = await scene.kept(hanh, editionId);
    expect(body.content.map(({ type }) => type)).toEqual([
      'paragraph',
      'heading',
      'bulletList',
      'paragraph',
      'table',
    ]);
    expect(body.content[3]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Có ' },
        { type: 'text', text: 'đậm', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' và ghi chú ' },
        { type: 'footnote', content: [{ type: 'text', text: 'Số liệu 2020.' }] },
      ],
    });
    expect(words(body)[4]).toBe('Ô đầuÔ hai');
  });

  it('has a toolbar for what a text may hold, and undoes', async () => {
    const { articleId, editionId } = await scene.article(hanh, 'Công cụ', bodyOf('Gạo ST25.'));
    const page = await openArticle(await scene.come('hanh'), articleId);
    await atTheEnd(page);
    const tool = (name: string) => page.locator(`[data-tool=${name}]`).click();
    await page.keyboard.press('Control+A');
    await tool('bold');
    await tool('link');
    await page.getByRole('dialog').getByRole('textbox').fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await page.getByText('Địa chỉ phải bắt đầu bằng').waitFor();
    await page.getByRole('dialog').getByRole('textbox').fill('https://example.vn/');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tool('heading2');
    await saved(page);
    const bold = { type: 'bold' };
    const link = { type: 'link', attrs: expect.objectContaining({ href: 'https://example.vn/' }) };
    const text = {
      type: 'text',
      text: 'Gạo ST25.',
      marks: expect.arrayContaining([bold, link]),
    };
    expect((await scene.kept(hanh, editionId)).body.content[0]).toEqual({
      type: 'heading',
      attrs: { level: 2 },
      content: [text],
    });
    await tool('undo');
    await page.locator('[data-save=typing]').waitFor();
    await saved(page);
    expect((await scene.kept(hanh, editionId)).body.content[0]).toEqual({
      type: 'paragraph',
      content: [text],
    });
  });

  it('lists what is missing, and leads there', async () => {
    const { articleId } = await scene.article(hanh, '', bodyOf('Thiếu tiêu đề.'));
    const page = await openArticle(await scene.come('hanh'), articleId);
    await page.getByRole('tab', { name: 'Kiểm tra' }).click();
    await page.getByRole('button', { name: 'Chưa có tóm tắt' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('article-summary');
    await page.keyboard.type('Có tóm tắt.');
    await page.getByRole('button', { name: 'Chưa có tiêu đề' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('article-title');
    await page.keyboard.type('Có tiêu đề');
    await page.getByText('Không thiếu gì.').waitFor();
    await saved(page);
  });
});

describe('pasting', () => {
  async function paste(html: string) {
    const { articleId, editionId } = await scene.article(hanh, 'Dán', { type: 'doc', content: [] });
    const page = await openArticle(await scene.come('hanh'), articleId);
    await editorIn(page).click();
    await editorIn(page).evaluate((editor, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', pasted);
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, html);
    await page.locator('[data-save=typing]').waitFor();
    await saved(page);
    expect(await page.evaluate('window.struck')).toBeUndefined();
    return (await scene.kept(hanh, editionId)).body;
  }

  it('takes what Word makes as a text of this newsroom', async () => {
    const body = await paste(`<html xmlns:o="urn:schemas-microsoft-com:office:office"
      xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
      <style><!-- p.MsoNormal {mso-style-unhide:no; font-family:"Times New Roman"} --></style>
      <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
      <body lang=VI><!--StartFragment-->
      <h1 style='mso-outline-level:1'><span style='font-size:16.0pt'>Lễ hội<o:p></o:p></span></h1>
      <p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'><span lang=VI
      style='font-size:13.0pt;font-family:"Times New Roman"'>Sáng nay</span></b><span> tại <i>Sóc Trăng</i>.<o:p></o:p></span></p>
      <p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <table class=MsoTableGrid border=1><tr><td width=200 style='width:150pt'><p class=MsoNormal>Gạo</p></td><td><p class=MsoNormal>7 tấn</p></td></tr></table>
      <!--EndFragment--></body></html>`);
    expect(body.content.slice(0, 2)).toMatchObject([
      { type: 'heading', attrs: { level: 2 }, content: [{ text: 'Lễ hội' }] },
      {
        type: 'paragraph',
        content: [
          { text: 'Sáng nay', marks: [{ type: 'bold' }] },
          { text: ' tại ' },
          { text: 'Sóc Trăng', marks: [{ type: 'italic' }] },
          { text: '.' },
        ],
      },
    ]);
    expect(body.content.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'table']);
    expect(JSON.stringify(body)).not.toMatch(/mso|Times|Normal|style/i);
  });

  it('lets nothing hostile in, and always saves what is left', async () => {
    const body = await paste(`<p onmouseover="window.struck=1">Một
      <a href="javascript:window.struck=2">xấu</a> <a href="ftp://x.vn/a">cũ</a> <a href="https://x.vn/">tốt</a></p>
      <img src=x onerror="window.struck=3"><svg onload="window.struck=4"></svg>
      <script>window.struck = 5</script><iframe src="https://evil.example/"></iframe>
      <figure></figure><img src="file:///C:/a.png"><h6>Nhỏ</h6>
      <table><tr><td width=50 colspan=0>Ô</td></tr></table><p style="background:url(https://evil.example/a)">Hai</p>`);
    const json = JSON.stringify(body);
    expect(json).toContain('"href":"https://x.vn/"');
    expect(json).not.toMatch(/javascript|ftp:|struck|evil|file:|iframe/);
    expect(body.content.map(({ type }) => type)).not.toContain('figure');
    expect(words(body).join(' ').replace(/\s+/g, ' ')).toContain('Một xấu cũ tốt');
    expect(words(body)).toEqual(expect.arrayContaining(['Nhỏ', 'Hai']));
  });
});
