import { importOutcomeSchema, importPreviewSchema, segmentSheetSchema } from '@desk/contracts';
import { acts, signs, writesArticle } from '../../../../test/support/article-work.js';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

let newsroom: HttpNewsroom;
let translator: Colleague;
let editionId: string;
beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  const writer = await newsroom.hire('hanh', 'vi', { role: 'writer' });
  const approver = await newsroom.hire('minh', 'vi', { role: 'approver' });
  translator = await newsroom.hire('saray', 'km', { role: 'translator', language: 'km' });
  const article = await writesArticle(writer, await newsroom.section('tin'), {
    title: 'Hội đua ghe ngo',
    summary: '',
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Có ' },
            { type: 'text', text: '54 đội', marks: [{ type: 'bold' }] },
            { type: 'text', text: ' dự thi.' },
          ],
        },
      ],
    },
    slug: '',
    seo: { title: '', description: '' },
  });
  await acts(writer, article.editionId, 'submit');
  await signs(approver, article.editionId);
  editionId = await newsroom.prepare(article.articleId, article.editionId, 'km');
});
afterAll(() => newsroom.close());

const download = (format: string) =>
  translator.page(`editions/${editionId}/exchange?format=${format}`);
const upload = (body: string, query = '?name=task.xlf') =>
  translator.send('POST', `editions/${editionId}/exchange/imports${query}`, {
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });

describe('exchange over HTTP', () => {
  it('gives the task out as a file, translated back it is seen and then taken', async () => {
    const { status, headers, text } = await download('xliff-2.1');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/xliff+xml');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="${editionId}.vi-km.xlf"`,
    );
    const translated = text
      .replace('<source>Hội đua ghe ngo</source>', '$&<target>ការប្រណាំងទូក ង</target>')
      .replace(
        /(<source>Có (<pc[^>]*>)54 đội<\/pc> dự thi\.<\/source>)/,
        '$1<target>$2៥៤ ក្រុម</pc> ចូលរួម។</target>',
      );
    const { status: created, body } = await upload(translated);
    expect(created).toBe(201);
    const preview = importPreviewSchema.parse(body);
    expect(preview).toMatchObject({
      name: 'task.xlf',
      format: 'xliff-2.1',
      takeable: true,
      counts: { new: 2, problems: 0 },
    });
    expect(preview.rows[1]?.target).toBe('⟨1⟩៥៤ ក្រុម⟨/1⟩ ចូលរួម។');
    const again = await translator.reads(importPreviewSchema, `exchange/imports/${preview.id}`);
    expect(again).toEqual(preview);
    const outcome = await translator.does(
      importOutcomeSchema,
      'POST',
      `exchange/imports/${preview.id}/apply`,
      { body: { confirm: true } },
    );
    expect(outcome).toEqual({ written: 2, conflicts: [] });
    const sheet = await translator.reads(segmentSheetSchema, `editions/${editionId}/segments`);
    expect(sheet).toMatchObject({ total: 2, confirmed: 2 });
  });

  it('gives a memory, and XLIFF 1.2 unless another format is asked for', async () => {
    expect((await download('tmx')).text).toContain('<tmx version="1.4">');
    const { text } = await translator.page(`editions/${editionId}/exchange`);
    expect(text).toContain('<xliff version="1.2"');
    expect((await download('docx')).status).toBe(422);
  });

  it('names problems by their line, in the language of the reader', async () => {
    const { text } = await download('xliff-1.2');
    const { body } = await upload(
      text.replace('source-language="vi"', 'source-language="en"'),
      '?lang=vi',
    );
    const [problem] = importPreviewSchema.parse(body).problems;
    expect(problem).toMatchObject({
      code: 'exchange.wrong_languages',
      unit: null,
      message: 'Tệp là bản dịch en → km, bản dịch này là vi → km.',
    });
  });

  it.each([
    ['', 422, 'exchange.empty'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><xliff/>', 422, 'exchange.doctype_subset'],
    ['<xliff version="1.2">', 422, 'exchange.not_well_formed'],
    ['vi,km\n', 422, 'exchange.format_not_of_task'],
  ])('refuses %j', async (file, status, code) => {
    const answer = await upload(file);
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('refuses what is no file, and what is larger than any task', async () => {
    const json = await translator.send('POST', `editions/${editionId}/exchange/imports`, {
      body: { file: 'x' },
    });
    expect(json).toMatchObject({ status: 422, body: { code: 'exchange.upload_missing' } });
    const huge = await upload(' '.repeat(52 * 1024 * 1024));
    expect(huge.status).toBe(413);
  });

  it('H: is not for those who do not translate this text', async () => {
    const { text } = await download('xliff-2.1');
    const preview = importPreviewSchema.parse((await upload(text)).body);
    const other = await newsroom.hire('lan', 'vi', { role: 'translator', language: 'en' });
    for (const [method, path] of [
      ['GET', `exchange/imports/${preview.id}`],
      ['POST', `exchange/imports/${preview.id}/apply`],
    ] as const) {
      const answer = await other.send(method, path, method === 'POST' ? { body: {} } : {});
      expect([403, 404]).toContain(answer.status);
    }
  });
});
