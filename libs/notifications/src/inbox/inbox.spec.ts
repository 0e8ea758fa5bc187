import { change } from '@desk/database';
import type { NoticeKind } from '@desk/contracts';
import type { Person } from '@desk/people';
import {
  grant,
  NotifyingNewsroom,
  type TestEdition,
} from '../../../../test/support/notifying-newsroom.js';
import { Inbox } from './inbox.service.js';
import { Preferences } from './preferences.service.js';
import { Subscriptions } from './subscriptions.service.js';

let newsroom: NotifyingNewsroom;
let editor: Person;
let reader: Person;
let sectionId: string;
let edition: TestEdition;

beforeAll(async () => {
  newsroom = await NotifyingNewsroom.open();
  editor = await newsroom.person('Nguyễn Văn Đạt', [grant('managing_editor')]);
  sectionId = await newsroom.section();
});
beforeEach(async () => {
  reader = await newsroom.person('Trần Thị Hạnh', [grant('writer', { sectionId })]);
  edition = await newsroom.edition(sectionId, [reader]);
});
afterAll(() => newsroom.close());

const withdrawn = (of: TestEdition = edition) =>
  newsroom.told('edition.withdrawn', editor, of.subject, {
    from: 'published',
    to: 'withdrawn',
    reason: 'Chưa được kiểm chứng.',
  });
const commented = () =>
  newsroom.told('comment.added', editor, edition.subject, { text: 'Xin xem lại đoạn hai.' });
const inbox = () => newsroom.get(Inbox);
const page = (person: Person = reader, limit = 20) => inbox().page(person, { limit });
const emailsTo = async (person: Person): Promise<number> =>
  change(newsroom.sql, `UPDATE email SET last_error = UUID() WHERE account_id = ?`, [person.id]);

describe('the inbox', () => {
  it('tells what happened in a sentence, with what was written, newest first', async () => {
    await withdrawn();
    await commented();
    const { items, next } = await page();
    expect(next).toBeNull();
    expect(items.map(({ kind, note, reason }) => ({ kind, note, reason }))).toEqual([
      { kind: 'comment.added', note: 'Xin xem lại đoạn hai.', reason: 'contributor' },
      { kind: 'edition.withdrawn', note: 'Chưa được kiểm chứng.', reason: 'contributor' },
    ]);
    expect(items[0]?.sentence).toBe(
      'Nguyễn Văn Đạt đã góp ý về bản tiếng Việt của “Công tác thông tin đối ngoại từ góc nhìn địa phương”.',
    );
    expect((await page({ ...reader, language: 'en' })).items[0]?.sentence).toMatch(
      /^Nguyễn Văn Đạt commented on the Vietnamese edition of “/,
    );
  });

  it('is read page by page, without a gap and without a notice twice', async () => {
    for (let number = 0; number < 7; number += 1) await commented();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const part = await inbox().page(reader, { limit: 3, ...(cursor && { cursor }) });
      seen.push(...part.items.map(({ id }) => id));
      cursor = part.next;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toEqual(seen.toSorted().toReversed());
  });

  it('counts what is not read; nobody reads for another', async () => {
    await withdrawn();
    await commented();
    const other = await newsroom.person('Kim Sơn', [grant('writer', { sectionId })]);
    const { items } = await page();
    const ids = items.map(({ id }) => id);
    expect(await inbox().read(other, { ids })).toEqual({ unread: 0 });
    expect(await inbox().count(reader)).toEqual({ unread: 2 });
    expect(await inbox().read(reader, { ids: ids.slice(0, 1) })).toEqual({ unread: 1 });
    expect((await inbox().page(reader, { limit: 5, unread: true })).items).toHaveLength(1);
    expect(await inbox().read(reader, { upTo: ids[0] ?? '' })).toEqual({ unread: 0 });
    expect((await page(other)).items).toEqual([]);
  });

  it('guarantee H: hides what is about a section that its owner lost', async () => {
    await withdrawn();
    await newsroom.told('account.changed', editor, { subjectId: reader.id }, { fields: ['name'] });
    const moved = { ...reader, grants: [grant('writer', { sectionId: edition.id })] };
    expect((await page(moved)).items.map(({ kind }) => kind)).toEqual(['account.changed']);
    expect(await inbox().count(moved)).toEqual({ unread: 1 });
    const nobody = { ...reader, grants: [] };
    expect((await page(nobody)).items.map(({ kind }) => kind)).toEqual(['account.changed']);
    expect(await inbox().count(reader)).toEqual({ unread: 2 });
  });

  it('guarantee H: shows a token without the scope to read nothing', async () => {
    await withdrawn();
    expect((await page({ ...reader, scopes: ['task.*'] })).items).toEqual([]);
    expect((await page({ ...reader, scopes: ['read'] })).items).toHaveLength(1);
  });
});

describe('preferences', () => {
  const preferences = () => newsroom.get(Preferences);
  const wish = (
    kind: NoticeKind,
    mode: 'off' | 'immediate',
    email: 'off' | 'immediate' | 'digest',
  ) => preferences().replace(reader, { items: [{ kind, inbox: mode, email }] });

  it('are for each kind and each channel', async () => {
    await wish('edition.withdrawn', 'off', 'immediate');
    await withdrawn();
    expect((await page()).items).toEqual([]);
    expect(await emailsTo(reader)).toBe(1);

    await wish('edition.withdrawn', 'immediate', 'off');
    await withdrawn();
    expect((await page()).items).toHaveLength(1);
    expect(await emailsTo(reader)).toBe(1);

    await wish('comment.added', 'off', 'off');
    await commented();
    expect((await page()).items).toHaveLength(1);
    await withdrawn();
    expect(await emailsTo(reader)).toBe(2);
  });

  it('fall back to what is usual when they are not named', async () => {
    const before = await preferences().of(reader.id);
    await wish('comment.added', 'off', 'off');
    const changed = await preferences().of(reader.id);
    expect(changed.items.find(({ kind }) => kind === 'comment.added')).toMatchObject({
      inbox: 'off',
      email: 'off',
    });
    await preferences().replace(reader, { items: [] });
    expect(await preferences().of(reader.id)).toEqual(before);
  });

  it('cannot silence what protects the account', async () => {
    await expect(wish('password.changed', 'off', 'off')).rejects.toMatchObject({
      code: 'preference.fixed',
    });
    await preferences().stopEmail(reader.id, 'password.changed');
    await newsroom.told('password.changed', reader, { subjectId: reader.id }, {});
    expect(await emailsTo(reader)).toBe(1);
    expect((await page()).items).toHaveLength(1);
  });
});

describe('following', () => {
  const subscriptions = () => newsroom.get(Subscriptions);
  let follower: Person;

  beforeEach(async () => {
    follower = await newsroom.person('Lê Hoàng Minh', [grant('writer', { sectionId })]);
  });

  it('an article tells of what happens to it, and of no other', async () => {
    const following = { subject: 'article', subjectId: edition.articleId } as const;
    await subscriptions().follow(follower, following);
    await subscriptions().follow(follower, following);
    expect(await subscriptions().of(follower.id)).toHaveLength(1);
    await commented();
    await withdrawn(await newsroom.edition(sectionId, [reader]));
    const { items } = await page(follower);
    expect(items.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['comment.added', 'follows_article'],
    ]);
    await subscriptions().unfollow(follower, following);
    await commented();
    expect((await page(follower)).items).toHaveLength(1);
  });

  it('a section tells of what goes public in it, not of its work', async () => {
    await subscriptions().follow(follower, { subject: 'section', subjectId: sectionId });
    await commented();
    await withdrawn();
    const { items } = await page(follower);
    expect(items.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['edition.withdrawn', 'follows_section'],
    ]);
  });

  it('guarantee H: what one may not see is as if it were not there', async () => {
    const elsewhere = await newsroom.section();
    for (const following of [
      { subject: 'section', subjectId: elsewhere },
      { subject: 'article', subjectId: (await newsroom.edition(elsewhere, [reader])).articleId },
    ] as const) {
      await expect(subscriptions().follow(follower, following)).rejects.toMatchObject({
        code: `${following.subject}.missing`,
      });
    }
    expect(await subscriptions().of(follower.id)).toEqual([]);
  });

  it('guarantee H: tells nothing more to one who lost the section', async () => {
    await subscriptions().follow(follower, { subject: 'section', subjectId: sectionId });
    await change(newsroom.sql, 'DELETE FROM role_grant WHERE account_id = ?', [follower.id]);
    await newsroom.give(follower.id, grant('writer', { sectionId: await newsroom.section() }));
    await withdrawn();
    expect(await inbox().count(follower)).toEqual({ unread: 0 });
  });
});
