import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { workingCopySchema } from '@desk/contracts';
import { languages, translate } from '@desk/languages';
import type { Colleague } from '../../../../test/support/colleague.js';
import { RefusingNewsroom } from '../../../../test/support/refusing-newsroom.js';

const createdSchema = z.object({ editionId: z.uuid() });

let newsroom: RefusingNewsroom;
beforeAll(async () => {
  newsroom = await RefusingNewsroom.open();
});
afterAll(() => newsroom.close());

describe('one Idempotency-Key', () => {
  const articlesOf = (title: string): Promise<number> =>
    newsroom.count('SELECT COUNT(*) AS n FROM edition WHERE title = ?', [title]);
  const factsOf = (id: string, fact: string): Promise<number> =>
    newsroom.count('SELECT COUNT(*) AS n FROM ledger_entry WHERE edition_id = ? AND fact = ?', [
      id,
      fact,
    ]);

  it('acts once, one after the other and all at once', async () => {
    for (const title of ['Một lần thôi', 'Cùng một lúc']) {
      const sent = { body: newsroom.draft({ title }), key: randomUUID() };
      const send = () => newsroom.writer.send('POST', 'articles', sent);
      if (title === 'Một lần thôi') await send();
      const all = await Promise.all([1, 2, 3, 4, 5, 6].map(send));
      expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
      const made = all.map(({ body }) => createdSchema.parse(body).editionId);
      expect(new Set(made).size).toBe(1);
      expect(await articlesOf(title)).toBe(1);
      expect(await factsOf(made[0] ?? '', 'edition.created')).toBe(1);
    }
  });

  it('of an action acts once, though the version has moved on', async () => {
    const id = await newsroom.begins();
    const sent = { body: { action: 'submit' }, ifMatch: 1, key: randomUUID() };
    const path = `editions/${id}/transitions`;
    const all = await Promise.all([1, 2, 3, 4].map(() => newsroom.writer.send('POST', path, sent)));
    all.push(await newsroom.writer.send('POST', path, sent));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    for (const { body } of all) {
      expect(workingCopySchema.parse(body)).toMatchObject({ id, state: 'in_review', version: 2 });
      expect(body).toEqual(all[0]?.body);
    }
    expect(await factsOf(id, 'edition.submitted')).toBe(1);
  });

  it('takes no other request', async () => {
    const key = randomUUID();
    await newsroom.writer.does(createdSchema, 'POST', 'articles', { body: newsroom.draft(), key });
    const reused = 'request.idempotency_key_reused';
    const other = { body: newsroom.draft({ title: 'Khác' }), key };
    await newsroom.refuses(newsroom.writer, 'POST', 'articles', other, 422, reused);
    const id = await newsroom.begins();
    const action = { body: { action: 'submit' }, ifMatch: 1, key };
    await newsroom.refuses(
      newsroom.writer,
      'POST',
      `editions/${id}/transitions`,
      action,
      422,
      reused,
    );
    expect(await articlesOf('Khác')).toBe(0);
  });

  it('that was refused may be used again once it is right', async () => {
    const key = randomUUID();
    await newsroom.refuses(
      newsroom.writer,
      'POST',
      'articles',
      { body: newsroom.draft({ title: '\u0000' }), key },
      422,
      'text.forbidden_characters',
    );
    const right = await newsroom.writer.send('POST', 'articles', { body: newsroom.draft(), key });
    expect(right.status).toBe(201);
  });

  it('must be plain', async () => {
    const sent = { body: newsroom.draft(), key: 'x'.repeat(101) };
    await newsroom.refuses(
      newsroom.writer,
      'POST',
      'articles',
      sent,
      422,
      'request.idempotency_key_invalid',
    );
  });
});

describe('the language of a refusal', () => {
  const detailFor = async (by: Colleague, path: string, accept: string): Promise<unknown> => {
    const { body } = await by.send('GET', path, { headers: { 'accept-language': accept } });
    return z.object({ detail: z.string() }).parse(body).detail;
  };
  const notSignedIn = 'errors:session.required';
  const nothingThere = 'errors:article.missing';

  it('is what a stranger reads, else Vietnamese', async () => {
    const stranger = newsroom.http.stranger();
    for (const [accept, language] of [
      ['vi', 'vi'],
      ['en-GB,en;q=0.9', 'en'],
      ['fr, km;q=0.8, en;q=0.2', 'km'],
      ['fr', 'vi'],
      ['', 'vi'],
    ] as const) {
      expect(await detailFor(stranger, 'articles', accept)).toBe(translate(language, notSignedIn));
    }
  });

  it("is a person's own whatever the browser says, unless another is asked for", async () => {
    const id = randomUUID();
    const own = [newsroom.writer, newsroom.approver, newsroom.otherApprover];
    for (const [index, language] of languages.entries()) {
      const person = own[index] ?? newsroom.writer;
      expect(await detailFor(person, `articles/${id}`, 'fr')).toBe(
        translate(language, nothingThere),
      );
      const other = language === 'vi' ? 'km' : 'vi';
      const asked = await detailFor(person, `articles/${id}?lang=${other}`, 'en');
      expect(asked).toBe(translate(other, nothingThere));
    }
  });
});
