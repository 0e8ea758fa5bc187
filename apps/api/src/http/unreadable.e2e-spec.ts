import { randomUUID } from 'node:crypto';
import { translate } from '@desk/languages';
import { RefusingNewsroom } from '../../../../test/support/refusing-newsroom.js';

let newsroom: RefusingNewsroom;
beforeAll(async () => {
  newsroom = await RefusingNewsroom.open();
});
afterAll(() => newsroom.close());

describe('a request that cannot be read', () => {
  it.each([
    ['is cut off', '{"title": "Ok Om Bok'],
    ['is empty', ''],
    ['is no JSON', 'title=Ok Om Bok'],
    ['has a key that would change every object', '{"__proto__": {"admin": true}}'],
  ])('%s', async (_, body) => {
    const headers = { 'content-type': 'application/json' };
    const malformed = 'request.malformed_json';
    await newsroom.refuses(newsroom.writer, 'POST', 'articles', { body, headers }, 400, malformed);
    await newsroom.refuses(
      newsroom.http.stranger(),
      'POST',
      'session',
      { body, headers },
      400,
      malformed,
    );
  });

  it.each(['null', '[]', '7', '"Ok Om Bok"', 'true'])('is %s', async (body) => {
    await newsroom.refuses(newsroom.writer, 'POST', 'articles', { body }, 422, 'request.invalid');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])('is %s', async (type) => {
    const sent = { body: JSON.stringify(newsroom.draft()), headers: { 'content-type': type } };
    await newsroom.refuses(
      newsroom.writer,
      'POST',
      'articles',
      sent,
      415,
      'request.unsupported_media_type',
    );
  });

  it('is a form at the link that ends an e-mail, which mail programs may post', async () => {
    const place = `${newsroom.http.url}/api/v1/unsubscribe/none`;
    const form = { 'List-Unsubscribe': 'One-Click' };
    const parts = new FormData();
    parts.set('List-Unsubscribe', 'One-Click');
    for (const body of [new URLSearchParams(form), parts]) {
      const answer = await fetch(place, { method: 'POST', body });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/html');
    }
  });

  it('names a thing twice', async () => {
    const item = { kind: 'comment.added', inbox: 'immediate', email: 'off' };
    const sent = { body: { items: [item, item] } };
    const { errors } = await newsroom.refuses(
      newsroom.writer,
      'PUT',
      'me/preferences',
      sent,
      422,
      'request.invalid',
    );
    expect(errors?.[0]?.message).toBe(translate('en', 'errors:preference.kind_twice'));
  });

  it('has fields that nobody knows', async () => {
    const unknown = 'request.unknown_field';
    await newsroom.refusesDraft({ state: 'published' }, 422, unknown);
    await newsroom.refusesDraft({ seo: { keywords: 'lễ hội' } }, 422, unknown);
    const id = await newsroom.submitted();
    await newsroom.refusesAction(
      newsroom.approver,
      id,
      { action: 'recall', force: true },
      422,
      unknown,
    );
    const grants = { grants: [{ role: 'administrator', everything: true }] };
    const people = `people/${newsroom.writer.id}/grants`;
    await newsroom.refuses(
      newsroom.http.admin,
      'PUT',
      people,
      { body: grants, ifMatch: 1 },
      422,
      unknown,
    );
    await newsroom.refuses(newsroom.writer, 'GET', 'tasks?whose=all', {}, 422, unknown);
  });

  it('asks for what is not there', async () => {
    const missing = 'request.not_found';
    await newsroom.refuses(newsroom.writer, 'GET', 'nowhere/at/all', {}, 404, missing);
    await newsroom.refuses(newsroom.writer, 'GET', 'articles/17', {}, 404, missing);
    await newsroom.refuses(
      newsroom.writer,
      'GET',
      `articles/${randomUUID()}`,
      {},
      404,
      'article.missing',
    );
    await newsroom.refuses(
      newsroom.writer,
      'GET',
      'articles?cursor=abc',
      {},
      422,
      'request.cursor_invalid',
    );
  });
});
