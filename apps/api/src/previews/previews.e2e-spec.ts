import { z } from 'zod';
import {
  revisionHeadSchema,
  savedSegmentSchema,
  segmentSheetSchema,
  workingCopySchema,
} from '@desk/contracts';
import { acts, signs, writesArticle } from '../../../../test/support/article-work.js';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

let newsroom: HttpNewsroom;
let writer: Colleague;
let translator: Colleague;
let source: string;
let translation: string;
const hostile = '<script>alert(1)</script> & “Hội đua ghe ngo”';
beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  writer = await newsroom.hire('hanh', 'vi', { role: 'writer' });
  const approver = await newsroom.hire('minh', 'vi', { role: 'approver' });
  translator = await newsroom.hire('lan', 'en', { role: 'translator', language: 'en' });
  const sectionId = await newsroom.section('tin');
  const text = (words: string) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: words }],
  });
  const article = await writesArticle(writer, sectionId, {
    title: hostile,
    summary: 'Ba mươi đội dự đua.',
    body: { type: 'doc', content: [text('Nước sông dâng cao.'), text('Trời nắng đẹp.')] },
    slug: '',
    seo: { title: '', description: '' },
  });
  source = article.editionId;
  await acts(writer, source, 'submit');
  await signs(approver, source);
  translation = await newsroom.prepare(article.articleId, source, 'en');
});
afterAll(() => newsroom.close());

const preview = (by: Colleague, id: string, query = '') =>
  by.page(`editions/${id}/preview${query}`);

describe('the preview of an edition', () => {
  it('is the page that readers will get, marked as a preview, with words as words', async () => {
    const { status, headers, text } = await preview(writer, source);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain('<html lang="vi"');
    expect(text).toContain('<h1>&lt;script>alert(1)&lt;/script> &amp; “Hội đua ghe ngo”</h1>');
    expect(text).not.toContain('<script');
    expect(text).toContain('Bản xem trước');
    expect(text).toContain('<meta name="robots" content="noindex"');
    expect(text).toContain('<base target="_top"');
    expect(text).toContain('Mục tin');
  });

  it('runs nothing, loads nothing from elsewhere, and stands in no foreign frame', async () => {
    const { headers, text } = await preview(writer, source);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'self'; font-src 'self'/);
    expect(policy).toContain("frame-ancestors 'self'; sandbox allow-same-origin");
    expect(policy).not.toContain('script');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const stylesheet = /href="(\/newsroom\/page\/[^"]+\.css)"/.exec(text)?.[1] ?? '';
    const css = await fetch(new URL(stylesheet, newsroom.url));
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8');
    const font = /url\('([^']+)'\)/.exec(await css.text())?.[1] ?? '';
    const file = await fetch(new URL(font, css.url));
    expect(file.headers.get('content-type')).toBe('font/woff2');
  });

  it('of a translation shows what is translated so far, the rest in the language of the source', async () => {
    const { items } = await translator.reads(
      segmentSheetSchema,
      `editions/${translation}/segments`,
    );
    const [, , third] = items;
    await translator.does(savedSegmentSchema, 'PUT', `segments/${third?.id}`, {
      body: { target: 'The river is rising.', status: 'draft' },
      ifMatch: third?.version ?? 0,
    });
    const { text } = await preview(translator, translation);
    expect(text).toContain('<html lang="en"');
    expect(text).toContain('<p>The river is rising.</p>\n<p>Trời nắng đẹp.</p>');
    expect(text).toContain('Translated by lan');
  });

  it('shows an earlier revision when that is asked for, and only one of the same edition', async () => {
    await acts(writer, source, 'recall');
    const { version, text: before } = await writer.reads(workingCopySchema, `editions/${source}`);
    await writer.does(workingCopySchema, 'PUT', `editions/${source}/working-copy`, {
      body: { ...before, title: 'Tên mới' },
      ifMatch: version,
    });
    const { items } = await writer.reads(
      z.object({ items: z.array(revisionHeadSchema) }),
      `editions/${source}/revisions`,
    );
    const first = items.at(-1)?.id ?? '';
    expect((await preview(writer, source)).text).toContain('<h1>Tên mới</h1>');
    expect((await preview(writer, source, `?revision=${first}`)).text).toContain('alert(1)');
    const foreign = await preview(writer, translation, `?revision=${first}`);
    expect(foreign.status).toBe(404);
    expect(JSON.parse(foreign.text)).toMatchObject({ code: 'revision.missing' });
  });

  it('is for those who may read the edition', async () => {
    const elsewhere = await newsroom.section('khac');
    const stranger = await newsroom.hire('bao', 'vi', { role: 'writer', sectionId: elsewhere });
    expect((await preview(stranger, source)).status).toBe(404);
    expect((await preview(newsroom.stranger(), source)).status).toBe(401);
    expect((await preview(writer, '01a2098f-ae41-71ec-b5d2-3a11aa639c34')).status).toBe(404);
    expect((await preview(writer, source, '?revision=1')).status).toBe(422);
  });
});
