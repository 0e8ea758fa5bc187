import { articleWithEditionsSchema, workingCopySchema } from '@desk/contracts';
import { translate } from '@desk/languages';
import { editionNow } from '../../../../test/support/article-work.js';
import {
  bodyOf,
  paragraph,
  RefusingNewsroom,
  words,
} from '../../../../test/support/refusing-newsroom.js';

const nul = '\u0000';
const halfAPair = '\ud83d';

let newsroom: RefusingNewsroom;
beforeAll(async () => {
  newsroom = await RefusingNewsroom.open();
});
afterAll(() => newsroom.close());

describe('a text that cannot be taken', () => {
  it.each([
    ['is empty', ''],
    ['is spaces', ' \n\t '],
    ['is signs that nobody sees', '\u200b\u2060\ufeff'],
  ])('has a title that %s: it stays a draft', async (_, title) => {
    const id = await newsroom.begins({ title });
    await newsroom.refusesAction(
      newsroom.writer,
      id,
      { action: 'submit' },
      422,
      'edition.title_missing',
    );
    expect(await editionNow(newsroom.writer, id)).toMatchObject({ state: 'draft', version: 1 });
  });

  it('has no words in its body', async () => {
    const id = await newsroom.begins({ body: { type: 'doc', content: [paragraph()] } });
    await newsroom.refusesAction(
      newsroom.writer,
      id,
      { action: 'submit' },
      422,
      'edition.body_missing',
    );
  });

  it('is a name of nothing', async () => {
    const body = {
      email: 'lan@huunghi.example',
      name: ' ',
      language: 'vi',
      password: 'x'.repeat(20),
    };
    const problem = await newsroom.refuses(
      newsroom.http.admin,
      'POST',
      'people',
      { body },
      422,
      'request.invalid',
    );
    expect(problem.errors?.map(({ field }) => field)).toEqual(['name']);
  });

  it('has a title that is too long', async () => {
    const { errors } = await newsroom.refusesDraft(
      { title: 'ế'.repeat(501) },
      422,
      'request.invalid',
    );
    expect(errors?.map(({ field }) => field)).toEqual(['title']);
    expect(await newsroom.begins({ title: 'ế'.repeat(500) })).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('has a title that is too long only once it is NFC', async () => {
    const { errors } = await newsroom.refusesDraft(
      { title: '\u0958'.repeat(400) },
      422,
      'request.invalid',
    );
    expect(errors?.map(({ field }) => field)).toEqual(['title']);
    const content = `<h1>${'\u0958'.repeat(400)}</h1><p>Nội dung.</p>`;
    const imported = {
      body: { sectionId: newsroom.sectionId, sourceLanguage: 'vi', format: 'html', content },
    };
    await newsroom.refuses(
      newsroom.writer,
      'POST',
      'articles/import',
      imported,
      422,
      'text.too_long',
    );
  });

  it('is of 10 MB', async () => {
    const body = bodyOf('sông Hậu '.repeat(850_000));
    const sent = JSON.stringify(newsroom.draft({ body }));
    expect(Buffer.byteLength(sent)).toBeGreaterThan(10_000_000);
    const id = await newsroom.begins();
    await newsroom.refuses(
      newsroom.writer,
      'POST',
      'articles',
      { body: sent },
      422,
      'body.too_large',
    );
    const copy = { body: { title: 'Dài', body }, ifMatch: 1 };
    await newsroom.refuses(
      newsroom.writer,
      'PUT',
      `editions/${id}/working-copy`,
      copy,
      422,
      'body.too_large',
    );
  });

  it('is larger than anything that is read', async () => {
    const body = ' '.repeat(11_000_001);
    await newsroom.refuses(newsroom.writer, 'POST', 'articles', { body }, 413, 'request.too_large');
    await newsroom.refuses(
      newsroom.http.stranger(),
      'POST',
      'session',
      { body },
      413,
      'request.too_large',
    );
  });

  it('has a body 1,000 levels deep, of lists or of anything', async () => {
    let list: unknown = paragraph(words('đáy'));
    for (let level = 0; level < 500; level += 1) {
      list = { type: 'bulletList', content: [{ type: 'listItem', content: [list] }] };
    }
    await newsroom.refusesDraft({ body: { type: 'doc', content: [list] } }, 422, 'body.too_deep');
    const arrays = `${'['.repeat(1_000)}${']'.repeat(1_000)}`;
    const sent = JSON.stringify(newsroom.draft({ body: 0 })).replace(
      '"body":0',
      `"body":${arrays}`,
    );
    await newsroom.refuses(
      newsroom.writer,
      'POST',
      'articles',
      { body: sent },
      422,
      'body.too_deep',
    );
  });

  it('is of a language that the newsroom does not know, or the section does not have', async () => {
    const { errors } = await newsroom.refusesDraft(
      { sourceLanguage: 'fr' },
      422,
      'request.invalid',
    );
    expect(errors?.map(({ field }) => field)).toEqual(['sourceLanguage']);
    const sent = { body: newsroom.draft({ sourceLanguage: 'km' }) };
    const code = 'article.language_not_of_section';
    await newsroom.refuses(newsroom.manager, 'POST', 'articles', sent, 422, code);
    await newsroom.refuses(
      newsroom.writer,
      'GET',
      'articles?language=fr',
      {},
      422,
      'request.invalid',
    );
  });

  it('wants an address that is taken', async () => {
    await newsroom.submitted({ slug: 'ok-om-bok' });
    const id = await newsroom.begins({ slug: 'ok-om-bok' });
    await newsroom.refusesAction(
      newsroom.writer,
      id,
      { action: 'submit' },
      409,
      'edition.slug_taken',
    );
    expect(await editionNow(newsroom.writer, id)).toMatchObject({ state: 'draft', version: 1 });
  });
});

describe('signs that cannot be kept', () => {
  it.each([
    ['NUL', nul, 'U+0000'],
    ['half a pair', halfAPair, 'U+D83D'],
    ['the other half', '\udc4d', 'U+DC4D'],
    ['a pair the wrong way round', '\udc4d\ud83d', 'U+DC4D'],
    ['a non-character', '\uffff', 'U+FFFF'],
  ])('%s is refused wherever it stands', async (_, sign, character) => {
    const forbidden = 'text.forbidden_characters';
    const text = `Ok ${sign} Om`;
    for (const changes of [
      { title: text },
      { summary: text },
      { slug: text },
      { seo: { title: text } },
      { body: bodyOf(text) },
    ]) {
      expect(await newsroom.refusesDraft(changes, 422, forbidden)).toMatchObject({ character });
    }
    const { errors } = await newsroom.refusesDraft({ byline: text }, 422, 'request.invalid');
    expect(errors?.[0]?.message).toBe(
      translate('en', 'errors:text.forbidden_characters', { character, position: 3 }),
    );
  });

  it.each([nul, halfAPair])('%j is refused in names, comments and reasons', async (sign) => {
    const id = await newsroom.submitted();
    const comments = `editions/${id}/comments`;
    const invalid = 'request.invalid';
    await newsroom.refuses(
      newsroom.approver,
      'POST',
      comments,
      { body: { text: `a${sign}` } },
      422,
      invalid,
    );
    const comment = { action: 'request_changes', comment: `sửa ${sign}` };
    await newsroom.refusesAction(newsroom.approver, id, comment, 422, invalid);
    const profile = { body: { name: `Hạnh${sign}` }, ifMatch: 1 };
    await newsroom.refuses(newsroom.writer, 'PATCH', 'me', profile, 422, invalid);
  });

  it('are refused in what is looked for and in addresses, never as a fault of ours', async () => {
    for (const place of [
      'glossary/concepts?search=%00',
      'glossary/concepts?search=%ED%A0%BD',
      'articles/%00',
      'articles/%ED%A0%BD',
      'articles/%zz',
      'articles?cursor=%00',
      'journal?fact=%00',
    ]) {
      const { status } = await newsroom.http.admin.send('GET', place);
      expect({ place, isFault: status >= 500 }).toEqual({ place, isFault: false });
    }
    const noUrl = await newsroom.http.stranger().send('GET', 'articles/%zz');
    expect(noUrl).toMatchObject({ status: 404, body: { code: 'request.not_found' } });
    expect(noUrl.headers.get('content-type')).toContain('application/problem+json');
  });

  it('text comes as NFD and is kept as NFC', async () => {
    const composed = 'Tiếng Việt: Trà Vinh, Sóc Trăng, Bạc Liêu';
    const typed = composed.normalize('NFD');
    expect(typed).not.toBe(composed);
    const id = await newsroom.begins({
      title: typed,
      summary: typed,
      body: bodyOf(typed),
      byline: typed,
      seo: { title: typed, description: typed },
    });
    const { text, articleId } = await newsroom.writer.reads(workingCopySchema, `editions/${id}`);
    expect(text).toMatchObject({
      title: composed,
      summary: composed,
      body: bodyOf(composed),
      seo: { title: composed, description: composed },
    });
    const { byline } = await newsroom.writer.reads(
      articleWithEditionsSchema,
      `articles/${articleId}`,
    );
    expect(byline).toBe(composed);
    const kept = 'SELECT COUNT(*) AS n FROM edition WHERE id = ? AND BINARY title = BINARY ?';
    expect(await newsroom.count(kept, [id, composed])).toBe(1);
  });
});
