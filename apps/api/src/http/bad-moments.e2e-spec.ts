import { z } from 'zod';
import { workingCopySchema } from '@desk/contracts';
import { translate } from '@desk/languages';
import { acts, editionNow, signs } from '../../../../test/support/article-work.js';
import { bodyOf, RefusingNewsroom } from '../../../../test/support/refusing-newsroom.js';

const createdSchema = z.object({ editionId: z.uuid() });
const codeOf = (problem: unknown): string => z.object({ code: z.string() }).parse(problem).code;

let newsroom: RefusingNewsroom;
beforeAll(async () => {
  newsroom = await RefusingNewsroom.open();
});
afterAll(() => newsroom.close());

describe('a version', () => {
  const text = { title: 'Của tôi', body: bodyOf('Tôi viết.') };

  it('that is not the newest saves nothing and loses nothing', async () => {
    const id = await newsroom.begins();
    const path = `editions/${id}/working-copy`;
    const first = { body: { title: 'Của bạn', body: bodyOf('Bạn viết.') }, ifMatch: 1 };
    await newsroom.writer.does(workingCopySchema, 'PUT', path, first);
    const stale = { body: text, ifMatch: 1 };
    const code = 'edition.text_changed_meanwhile';
    expect(await newsroom.refuses(newsroom.manager, 'PUT', path, stale, 409, code)).toMatchObject({
      currentVersion: 2,
      yours: { title: 'Của tôi', body: bodyOf('Tôi viết.') },
      theirs: { title: 'Của bạn', body: bodyOf('Bạn viết.') },
    });
  });

  it('that is not the newest moves nothing', async () => {
    const id = await newsroom.begins();
    await newsroom.writer.does(workingCopySchema, 'PUT', `editions/${id}/working-copy`, {
      body: text,
      ifMatch: 1,
    });
    const changed = 'request.changed_meanwhile';
    const stale = { body: { action: 'submit' }, ifMatch: 1 };
    await newsroom.refuses(
      newsroom.writer,
      'POST',
      `editions/${id}/transitions`,
      stale,
      409,
      changed,
    );
    const { articleId } = await editionNow(newsroom.writer, id);
    const byline = { body: { byline: 'THT' }, ifMatch: 9 };
    await newsroom.refuses(newsroom.writer, 'PATCH', `articles/${articleId}`, byline, 409, changed);
  });

  it('must be named, and be one of ours', async () => {
    const id = await newsroom.begins();
    const path = `editions/${id}/working-copy`;
    const missing = 'request.if_match_required';
    await newsroom.refuses(newsroom.writer, 'PUT', path, { body: text }, 428, missing);
    const submit = { body: { action: 'submit' } };
    await newsroom.refuses(
      newsroom.writer,
      'POST',
      `editions/${id}/transitions`,
      submit,
      428,
      missing,
    );
    for (const tag of ['*', 'W/"1"', '1', '"1", "2"', '"-1"', '""', '"99999999999"', '"1.0"']) {
      const headers = { 'if-match': tag };
      expect(await newsroom.writer.send('PUT', path, { body: text, headers })).toMatchObject({
        status: 428,
        body: { code: missing },
      });
    }
    expect(await editionNow(newsroom.writer, id)).toMatchObject({
      version: 1,
      title: 'Lễ hội Ok Om Bok',
    });
  });
});

describe('an action', () => {
  it('that the state does not allow', async () => {
    const wrong = 'transition.wrong_state';
    const id = await newsroom.begins();
    const problem = await newsroom.refusesAction(
      newsroom.manager,
      id,
      { action: 'publish' },
      409,
      wrong,
    );
    expect(problem.detail).toContain(translate('en', 'workflow:states.draft'));
    await acts(newsroom.writer, id, 'submit');
    await newsroom.refusesAction(newsroom.writer, id, { action: 'submit' }, 409, wrong);
    const { version } = await editionNow(newsroom.writer, id);
    const copy = { body: { title: 'Sửa', body: bodyOf('Sửa.') }, ifMatch: version };
    const path = `editions/${id}/working-copy`;
    const { yours } = await newsroom.refuses(
      newsroom.writer,
      'PUT',
      path,
      copy,
      409,
      'edition.not_writable',
    );
    expect(yours).toMatchObject({ title: 'Sửa' });
  });

  it('that the role does not allow', async () => {
    const id = await newsroom.begins();
    const denied = 'transition.not_permitted';
    await newsroom.refusesAction(newsroom.approver, id, { action: 'submit' }, 403, denied);
    await acts(newsroom.writer, id, 'submit');
    const signing = { action: 'sign_off', revisionHash: await newsroom.hashInReview(id) };
    await newsroom.refusesAction(newsroom.writer, id, signing, 403, denied);
    await newsroom.refusesAction(newsroom.manager, id, signing, 403, denied);
    await signs(newsroom.approver, id);
    await newsroom.refusesAction(newsroom.writer, id, { action: 'publish' }, 403, denied);
    const section = { body: { position: 1 }, ifMatch: 1 };
    await newsroom.refuses(
      newsroom.writer,
      'PATCH',
      `sections/${newsroom.sectionId}`,
      section,
      403,
      'permission.denied',
    );
  });

  it('of approval by who wrote the text', async () => {
    const both = await newsroom.http.hire('haivai', 'vi', { role: 'writer' }, { role: 'approver' });
    const body = newsroom.draft();
    const { editionId } = await both.does(createdSchema, 'POST', 'articles', { body });
    await acts(both, editionId, 'submit');
    const signing = { action: 'sign_off', revisionHash: await newsroom.hashInReview(editionId) };
    await newsroom.refusesAction(both, editionId, signing, 403, 'transition.own_text');
  });

  it('of two approvers at once: one signs, the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await newsroom.submitted();
      const { version } = await editionNow(newsroom.approver, id);
      const sent = {
        body: { action: 'sign_off', revisionHash: await newsroom.hashInReview(id) },
        ifMatch: version,
      };
      const path = `editions/${id}/transitions`;
      const both = await Promise.all([
        newsroom.approver.send('POST', path, sent),
        newsroom.otherApprover.send('POST', path, sent),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const late = both.find(({ status }) => status === 409)?.body;
      expect(['request.changed_meanwhile', 'review.no_open_round']).toContain(codeOf(late));
      const signed = `SELECT COUNT(*) AS n FROM ledger_entry
        WHERE edition_id = ? AND fact = 'edition.signed_off'`;
      expect(await newsroom.count(signed, [id])).toBe(1);
      expect(await editionNow(newsroom.approver, id)).toMatchObject({ state: 'approved' });
    }
  });

  it('of approval where two must sign: nobody signs twice, both together count', async () => {
    const strict = await newsroom.http.section('hai-chu-ky', { approvers: 2 });
    const id = await newsroom.submitted({ sectionId: strict });
    const signing = { action: 'sign_off', revisionHash: await newsroom.hashInReview(id) };
    expect(await signs(newsroom.approver, id)).toMatchObject({ state: 'in_review' });
    await newsroom.refusesAction(newsroom.approver, id, signing, 409, 'review.already_signed');
    expect(await signs(newsroom.otherApprover, id)).toMatchObject({ state: 'approved' });
  });

  it('of approval for an old revision', async () => {
    const id = await newsroom.submitted();
    const old = await newsroom.hashInReview(id);
    await acts(newsroom.approver, id, 'request_changes', { comment: 'Xin xem lại số đội.' });
    const { version } = await editionNow(newsroom.writer, id);
    const copy = { body: { title: 'Mới', body: bodyOf('Mới.') }, ifMatch: version };
    await newsroom.writer.does(workingCopySchema, 'PUT', `editions/${id}/working-copy`, copy);
    await acts(newsroom.writer, id, 'submit');
    const code = 'review.another_revision';
    await newsroom.refusesAction(
      newsroom.approver,
      id,
      { action: 'sign_off', revisionHash: old },
      409,
      code,
    );
    await newsroom.refusesAction(
      newsroom.approver,
      id,
      { action: 'sign_off' },
      422,
      'transition.say_revision_hash',
    );
  });

  it('for a time that is past, or is none', async () => {
    const id = await newsroom.submitted();
    await signs(newsroom.approver, id);
    const at = (publishAt: unknown) => ({ action: 'schedule', publishAt });
    const past = 'transition.publish_at_past';
    await newsroom.refusesAction(newsroom.approver, id, at('2026-03-02T03:29:59Z'), 422, past);
    await newsroom.refusesAction(newsroom.approver, id, at('2026-03-02T10:30:00+07:00'), 422, past);
    await newsroom.refusesAction(newsroom.approver, id, at('1970-01-01T00:00:00Z'), 422, past);
    for (const none of [
      'mai',
      '2026-02-30T00:00:00Z',
      '2026-13-01T00:00:00Z',
      1_800_000_000,
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59-12:00',
    ]) {
      await newsroom.refusesAction(newsroom.approver, id, at(none), 422, 'request.invalid');
    }
    await newsroom.refusesAction(
      newsroom.approver,
      id,
      { action: 'schedule' },
      422,
      'transition.say_publish_at',
    );
  });
});
