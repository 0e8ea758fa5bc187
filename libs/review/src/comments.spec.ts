import type { Edition } from '@desk/articles';
import { DeskNewsroom } from '../../../test/support/desk-newsroom.js';

let newsroom: DeskNewsroom;
let edition: Edition;
beforeAll(async () => {
  newsroom = await DeskNewsroom.open();
  const { id } = await newsroom.draft(await newsroom.section());
  edition = await newsroom.submit(id);
});
afterAll(() => newsroom.close());

const page = { limit: 20 };

describe('comments', () => {
  it('stand at a place of a revision, with replies, and are resolved and reopened', async () => {
    const [writer, reviewer] = [await newsroom.writer(), await newsroom.reviewer()];
    const anchor = { path: 'body/1', from: 0, to: 20, quote: 'Định kỳ 2 lần/tháng,' };
    const thread = await newsroom.comments.add(reviewer, edition.id, {
      text: 'Nguồn của số liệu này ở đâu?',
      anchor,
    });
    expect(thread).toMatchObject({ anchor, revisionNumber: 1, version: 1, replies: [] });
    const answered = await newsroom.comments.reply(writer, thread.id, 'Theo báo cáo quý I.');
    expect(answered.replies).toMatchObject([
      { text: 'Theo báo cáo quý I.', author: { name: writer.name }, parentId: thread.id },
    ]);
    const resolved = await newsroom.comments.resolve(reviewer, thread.id, 1);
    expect(resolved).toMatchObject({ version: 2, resolvedBy: { name: reviewer.name } });
    await expect(newsroom.comments.resolve(writer, thread.id, 1)).rejects.toMatchObject({
      code: 'request.changed_meanwhile',
    });
    await expect(newsroom.comments.resolve(writer, thread.id, 2)).rejects.toMatchObject({
      code: 'comment.already_resolved',
    });
    const open = await newsroom.comments.reopen(writer, thread.id, 2);
    expect(open).toMatchObject({ version: 3, resolvedAt: null, resolvedBy: null });
    const facts = await newsroom.entries('comment.added', 'comment.resolved', 'comment.reopened');
    expect(facts.map(({ fact, payload }) => [fact, payload.replyTo])).toEqual([
      ['comment.added', undefined],
      ['comment.added', thread.id],
      ['comment.resolved', undefined],
      ['comment.reopened', undefined],
    ]);
  });

  it('come newest first, page by page, and by state and revision', async () => {
    const reviewer = await newsroom.reviewer();
    for (const text of ['Một', 'ពីរ', 'Ba']) {
      await newsroom.comments.add(reviewer, edition.id, { text });
    }
    const first = await newsroom.comments.list(reviewer, edition.id, { limit: 2 });
    expect(first.items.map(({ text }) => text)).toEqual(['Ba', 'ពីរ']);
    const rest = await newsroom.comments.list(reviewer, edition.id, {
      limit: 2,
      cursor: first.next ?? '',
    });
    expect(rest.items[0]?.text).toBe('Một');
    expect(rest.next).toBeNull();
    const resolved = await newsroom.comments.list(reviewer, edition.id, {
      ...page,
      state: 'resolved',
    });
    expect(resolved.items).toEqual([]);
    await expect(
      newsroom.comments.list(reviewer, edition.id, { limit: 2, cursor: 'bậy' }),
    ).rejects.toMatchObject({ code: 'request.cursor_invalid' });
  });

  it('H: are not there for who may not see the section', async () => {
    const other = await newsroom.section();
    const stranger = await newsroom.person('Châu Thị Ngọc', {
      role: 'writer',
      sectionId: other.id,
    });
    const missing = { code: 'edition.missing', status: 404 };
    await expect(newsroom.comments.list(stranger, edition.id, page)).rejects.toMatchObject(missing);
    await expect(
      newsroom.comments.add(stranger, edition.id, { text: 'Xin chào' }),
    ).rejects.toMatchObject(missing);
    const thread = await newsroom.comments.add(await newsroom.writer(), edition.id, {
      text: 'Tôi',
    });
    await expect(newsroom.comments.reply(stranger, thread.id, 'Xin chào')).rejects.toMatchObject({
      code: 'comment.missing',
      status: 404,
    });
  });

  it('need a frozen revision of that edition and words that stand there', async () => {
    const writer = await newsroom.writer();
    const fresh = await newsroom.draft(await newsroom.section());
    await expect(newsroom.comments.add(writer, fresh.id, { text: 'Ý' })).rejects.toMatchObject({
      code: 'comment.no_revision',
    });
    await expect(
      newsroom.comments.add(writer, fresh.id, {
        text: 'Ý',
        revisionId: edition.reviewRevisionId ?? '',
      }),
    ).rejects.toMatchObject({ code: 'revision.missing' });
    await expect(
      newsroom.comments.add(writer, edition.id, {
        text: 'Ý',
        anchor: { path: 'title', from: 0, to: 3, quote: 'Ông' },
      }),
    ).rejects.toMatchObject({ code: 'comment.anchor_mismatch' });
  });
});
