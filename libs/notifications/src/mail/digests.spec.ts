import { change } from '@desk/database';
import type { Person } from '@desk/people';
import { Mailbox, type Mail } from '../../../../test/support/mailbox.js';
import {
  grant,
  NotifyingNewsroom,
  type TestEdition,
} from '../../../../test/support/notifying-newsroom.js';
import { Inbox } from '../inbox/inbox.service.js';
import { Preferences } from '../inbox/preferences.service.js';
import { Digests } from './digests.service.js';
import { Unsubscriptions } from './unsubscriptions.service.js';

let mailbox: Mailbox;
let newsroom: NotifyingNewsroom;
let editor: Person;
let sectionId: string;
let reader: Person;
let edition: TestEdition;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  newsroom = await NotifyingNewsroom.open({ smtpUrl: mailbox.url });
  editor = await newsroom.person('Nguyễn Văn Đạt', [grant('managing_editor')]);
  sectionId = await newsroom.section();
});
beforeEach(async () => {
  mailbox.mails.length = 0;
  newsroom.clock.set(new Date('2020-05-23T03:30:00Z'));
  reader = await newsroom.person('Trần Thị Hạnh', [grant('writer')]);
  edition = await newsroom.edition(sectionId, [reader]);
});
afterEach(() =>
  change(newsroom.sql, `UPDATE account SET status = 'disabled' WHERE id = ?`, [reader.id]),
);
afterAll(async () => {
  await newsroom.close();
  await mailbox.close();
});

const published = () =>
  newsroom.told('edition.published', editor, edition.subject, {
    from: 'approved',
    to: 'published',
    releaseId: edition.id,
  });
const restored = () =>
  newsroom.told('edition.restored', editor, edition.subject, {
    from: 'withdrawn',
    to: 'published',
  });
const commented = (text: string) =>
  newsroom.told('comment.added', editor, edition.subject, { text });
const digestsAt = async (instant: string): Promise<Mail[]> => {
  newsroom.clock.set(new Date(instant));
  await newsroom.get(Digests).writeDue();
  await newsroom.sendsMail();
  return mailbox.of(reader.email);
};

describe('the daily digest', () => {
  it('gathers what was not urgent and comes at seven in the morning where the reader is', async () => {
    await published();
    newsroom.clock.advance(60_000);
    await commented('Xin xem lại chú thích ảnh.');
    expect(await newsroom.sendsMail()).toEqual([]);
    expect(await digestsAt('2020-05-23T23:59:59Z')).toEqual([]);
    const [digest, another] = await digestsAt('2020-05-24T00:00:00Z');
    expect(another).toBeUndefined();
    expect(digest?.subject).toBe('Mekong Desk: 2 tin mới');
    for (const part of [digest?.text, digest?.html]) {
      expect(part).toContain('Công tác thông tin đối ngoại từ góc nhìn địa phương');
      expect(part).toContain('Nguyễn Văn Đạt đã đăng bản tiếng Việt');
      expect(part).toContain('Xin xem lại chú thích ảnh.');
    }
    expect(digest?.headers.get('list')).toMatchObject({ unsubscribe: { url: expect.anything() } });
    expect(await digestsAt('2020-05-25T00:00:00Z')).toHaveLength(1);
  });

  it('comes at the hour and in the time zone that each reader has', async () => {
    await change(
      newsroom.sql,
      `UPDATE account SET digest_hour = 18, time_zone = 'Europe/Paris' WHERE id = ?`,
      [reader.id],
    );
    await published();
    expect(await digestsAt('2020-05-23T15:59:00Z')).toEqual([]);
    expect(await digestsAt('2020-05-23T16:00:00Z')).toHaveLength(1);
  });

  it('comes late rather than never when nothing ran at its hour', async () => {
    await published();
    expect(await digestsAt('2020-05-26T09:00:00Z')).toHaveLength(1);
  });

  it('guarantee C: is one a day, whoever writes it and how often', async () => {
    await published();
    newsroom.clock.set(new Date('2020-05-24T00:00:00Z'));
    const digests = newsroom.get(Digests);
    await Promise.all(Array.from({ length: 4 }, () => digests.writeDue()));
    await newsroom.sendsMail();
    expect(mailbox.of(reader.email)).toHaveLength(1);
    await commented('Sau giờ tổng hợp.');
    expect(await digestsAt('2020-05-24T09:00:00Z')).toHaveLength(1);
    expect(await digestsAt('2020-05-25T00:00:00Z')).toHaveLength(2);
  });

  it('leaves out what was read in the inbox meanwhile, and is not sent when all was', async () => {
    await published();
    const { items } = await newsroom.get(Inbox).page(reader, { limit: 10 });
    await newsroom.get(Inbox).read(reader, { ids: items.map(({ id }) => id) });
    expect(await digestsAt('2020-05-24T00:00:00Z')).toEqual([]);
  });

  it('leaves out what its reader may no longer see (guarantee H)', async () => {
    await published();
    await change(newsroom.sql, 'DELETE FROM role_grant WHERE account_id = ?', [reader.id]);
    expect(await digestsAt('2020-05-24T00:00:00Z')).toEqual([]);
  });

  it('leaves out the kinds that were switched off after they were gathered', async () => {
    await published();
    await commented('Xin xem lại.');
    await newsroom.get(Preferences).stopEmail(reader.id, 'edition.published');
    const [digest] = await digestsAt('2020-05-24T00:00:00Z');
    expect(digest?.subject).toBe('Mekong Desk: 1 tin mới');
    expect(digest?.text).not.toContain('đã đăng bản');
  });

  it('ends with one click, also for what is waiting already', async () => {
    await published();
    const [digest] = await digestsAt('2020-05-24T00:00:00Z');
    const [, token = ''] = /\/unsubscribe\/([\w.-]+)/.exec(digest?.text ?? '') ?? [];
    await restored();
    expect(await newsroom.get(Unsubscriptions).stop(token)).toBe(true);
    await commented('Sau khi ngừng.');
    expect(await digestsAt('2020-05-25T00:00:00Z')).toHaveLength(1);
    const { items } = await newsroom.get(Inbox).page(reader, { limit: 10 });
    expect(items).toHaveLength(3);
  });

  it('speaks Khmer and English to those who read them', async () => {
    for (const [language, said] of [
      ['en', 'Mekong Desk: 1 piece of news'],
      ['km', 'Mekong Desk'],
    ] as const) {
      mailbox.mails.length = 0;
      newsroom.clock.set(new Date('2020-05-23T03:30:00Z'));
      const other = await newsroom.person('Sơn Thị Sa Rây', [grant('writer')], { language });
      edition = await newsroom.edition(sectionId, [other]);
      await published();
      await digestsAt('2020-05-24T00:00:00Z');
      const [digest] = mailbox.of(other.email);
      expect(digest?.subject).toContain(said);
      expect(digest?.html).toContain(`<html lang="${language}"`);
    }
  });
});
