import { z } from 'zod';
import { change, rows, wholeNumber } from '@desk/database';
import type { Entry } from '@desk/ledger';
import type { Person } from '@desk/people';
import { Mailbox } from '../../../../test/support/mailbox.js';
import {
  grant,
  NotifyingNewsroom,
  type TestEdition,
} from '../../../../test/support/notifying-newsroom.js';
import { DeadEmails } from './dead-emails.service.js';
import { EmailDelivery } from './email-delivery.service.js';
import { claimEmail, dueEmails } from './emails.queries.js';

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
  mailbox.refusals.length = 0;
  reader = await newsroom.person('Trần Thị Hạnh', [grant('writer')]);
  edition = await newsroom.edition(sectionId, [reader]);
});
afterEach(async () => {
  await change(newsroom.sql, 'DELETE FROM email');
  await change(newsroom.sql, 'DELETE FROM webhook');
});
afterAll(async () => {
  await newsroom.close();
  await mailbox.close();
});

const withdrawn = (): Promise<Entry> =>
  newsroom.told('edition.withdrawn', editor, edition.subject, {
    from: 'published',
    to: 'withdrawn',
    reason: 'Số liệu chưa được kiểm chứng.',
  });

const emailRow = z.object({
  id: z.uuid(),
  state: z.string(),
  attempts: wholeNumber,
  messageId: z.string(),
  lastError: z.string().nullable(),
});
async function theEmail() {
  const [found] = await rows(
    newsroom.sql,
    emailRow,
    `SELECT id, state, attempts, message_id AS messageId, last_error AS lastError FROM email`,
  );
  if (!found) throw new Error('no e-mail was written down');
  return found;
}

const factsOf = (subjectId: string): Promise<{ fact: string }[]> =>
  rows(
    newsroom.sql,
    z.object({ fact: z.string() }),
    'SELECT fact FROM ledger_entry WHERE subject_id = ? ORDER BY id',
    [subjectId],
  );

describe('an e-mail on its way', () => {
  it('is sent once, with the Message-ID that was written down before', async () => {
    await withdrawn();
    const { messageId } = await theEmail();
    expect(await newsroom.sendsMail()).toEqual(['sent']);
    expect(mailbox.of(reader.email).map((mail) => mail.messageId)).toEqual([messageId]);
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@example\.vn>$/);
    expect(await newsroom.sendsMail()).toEqual([]);
  });

  it('is sent by one of many workers that try at the same time', async () => {
    await withdrawn();
    const { id } = await theEmail();
    const delivery = newsroom.get(EmailDelivery);
    const results = await Promise.all(Array.from({ length: 6 }, () => delivery.deliver(id)));
    expect(results.filter((result) => result === 'sent')).toHaveLength(1);
    expect(results.filter((result) => result === 'not_due')).toHaveLength(5);
    expect(mailbox.mails).toHaveLength(1);
  });

  it.each([
    { at: 'sender', code: 451 },
    { at: 'recipient', code: 450 },
    { at: 'data', code: 452 },
  ] as const)('waits after a $code for the $at and keeps its Message-ID', async (refusal) => {
    await withdrawn();
    mailbox.refusals.push(refusal, refusal);
    expect(await newsroom.sendsMail()).toEqual(['waiting']);
    expect(await newsroom.sendsMail()).toEqual([]);
    newsroom.clock.advance(5_000);
    expect(await newsroom.sendsMail()).toEqual(['waiting']);
    newsroom.clock.advance(5_000);
    expect(await newsroom.sendsMail()).toEqual([]);
    newsroom.clock.advance(5_000);
    expect(await newsroom.sendsMail()).toEqual(['sent']);
    const { messageId, attempts, lastError } = await theEmail();
    expect(mailbox.mails.map((mail) => mail.messageId)).toEqual([messageId]);
    expect({ attempts, lastError }).toEqual({ attempts: 3, lastError: null });
  });

  it('guarantee C: when the answer of the server is lost it comes again as the same message', async () => {
    await withdrawn();
    mailbox.refusals.push({ at: 'lost' });
    expect(await newsroom.sendsMail()).toEqual(['waiting']);
    newsroom.clock.advance(5_000);
    expect(await newsroom.sendsMail()).toEqual(['sent']);
    const { messageId } = await theEmail();
    expect(mailbox.mails.map((mail) => mail.messageId)).toEqual([messageId, messageId]);
  });

  it('guarantee C: when its sender died it is sent by another, as the same message', async () => {
    await withdrawn();
    const { id, messageId } = await theEmail();
    await claimEmail(newsroom.sql, id, newsroom.clock.now());
    newsroom.clock.advance(179_000);
    expect(await newsroom.sendsMail()).toEqual([]);
    newsroom.clock.advance(2_000);
    expect(await newsroom.sendsMail()).toEqual(['sent']);
    expect(mailbox.mails.map((mail) => mail.messageId)).toEqual([messageId]);
  });

  it('has another id in the queue at each try, and every twenty seconds that it is overdue', async () => {
    await withdrawn();
    const now = newsroom.clock.now();
    const idAfter = async (milliseconds: number) => {
      const [due] = await dueEmails(newsroom.sql, new Date(now.getTime() + milliseconds), 10);
      return due?.jobId;
    };
    expect(await idAfter(0)).toBe(await idAfter(10_000));
    expect(await idAfter(0)).not.toBe(await idAfter(25_000));
    const before = await idAfter(0);
    mailbox.refusals.push({ at: 'data', code: 451 });
    await newsroom.sendsMail();
    expect(await idAfter(5_000)).not.toBe(before);
    expect(await idAfter(5_000)).toMatch(/^[0-9a-z_-]+$/);
  });

  it.each([
    { at: 'recipient', code: 550 },
    { at: 'data', code: 554 },
  ] as const)('is dead after a $code for the $at; administrators are told', async (refusal) => {
    await withdrawn();
    mailbox.refusals.push(refusal);
    expect(await newsroom.sendsMail()).toEqual(['dead']);
    const { id, state, lastError } = await theEmail();
    expect(state).toBe('dead');
    expect(lastError).toContain(String(refusal.code));
    expect(await factsOf(id)).toEqual([{ fact: 'job.died' }]);
    newsroom.clock.advance(86_400_000);
    expect(await newsroom.sendsMail()).toEqual([]);
    expect(mailbox.mails).toEqual([]);
  });

  it.each([
    { at: 'sender', code: 530 },
    { at: 'sender', code: 553 },
    { at: 'recipient', code: 530 },
  ] as const)('waits while the server will not have us at all ($code)', async (refusal) => {
    await withdrawn();
    mailbox.refusals.push(refusal);
    expect(await newsroom.sendsMail()).toEqual(['waiting']);
    newsroom.clock.advance(5_000);
    expect(await newsroom.sendsMail()).toEqual(['sent']);
  });

  it('can be sent after all when it was dead, with its old Message-ID', async () => {
    await withdrawn();
    mailbox.refusals.push({ at: 'recipient', code: 550 });
    await newsroom.sendsMail();
    const { id, messageId } = await theEmail();
    const administrator = { ...editor, grants: [grant('administrator')] };
    const deadEmails = newsroom.get(DeadEmails);
    expect(await deadEmails.list(administrator, 10)).toMatchObject([
      { id, accountId: reader.id, kind: 'edition.withdrawn', attempts: 1 },
    ]);
    await expect(deadEmails.list(editor, 10)).rejects.toMatchObject({ code: 'permission.denied' });
    await expect(deadEmails.resend(editor, id)).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await deadEmails.resend(administrator, id);
    await expect(deadEmails.resend(administrator, id)).rejects.toMatchObject({
      code: 'job.not_dead',
    });
    expect(await factsOf(id)).toEqual([{ fact: 'job.died' }, { fact: 'job.resent' }]);
    expect(await newsroom.sendsMail()).toEqual(['sent']);
    expect(mailbox.mails.map((mail) => mail.messageId)).toEqual([messageId]);
  });

  it('is given up after a day of tries, with longer and longer pauses', async () => {
    await withdrawn();
    const began = newsroom.clock.now().getTime();
    let last = '';
    for (let tries = 1; last !== 'dead' && tries < 500; tries += 1) {
      mailbox.refusals.push({ at: 'recipient', code: 450 });
      const [result] = await newsroom.sendsMail();
      if (result === undefined) {
        mailbox.refusals.length = 0;
        newsroom.clock.advance(600_000);
      } else last = result;
    }
    const hours = (newsroom.clock.now().getTime() - began) / 3_600_000;
    expect(last).toBe('dead');
    expect((await theEmail()).attempts).toBe(32);
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(30);
  }, 60_000);

  it('tells administrators of a dead mail, but not of a mail that told them of a dead one', async () => {
    const administrator = await newsroom.person('Danh Sa Vuth', [grant('administrator')]);
    const died = await newsroom.told(
      'job.died',
      null,
      { subjectId: edition.id },
      { job: 'email.deliver', error: '550' },
    );
    expect(await newsroom.inboxesWith(died)).toContain(administrator.name);
    mailbox.refusals.push({ at: 'recipient', code: 550 });
    expect(await newsroom.sendsMail()).toEqual(['dead']);
    expect(await factsOf((await theEmail()).id)).toEqual([]);
    await change(newsroom.sql, 'DELETE FROM role_grant WHERE account_id = ?', [administrator.id]);
  });

  it('is not sent to somebody whose account was closed meanwhile', async () => {
    await withdrawn();
    await change(newsroom.sql, `UPDATE account SET status = 'disabled' WHERE id = ?`, [reader.id]);
    expect(await newsroom.sendsMail()).toEqual(['dropped']);
    expect(mailbox.mails).toEqual([]);
  });

  it('guarantee H: is not sent to somebody who lost the section meanwhile', async () => {
    await withdrawn();
    await change(newsroom.sql, 'DELETE FROM role_grant WHERE account_id = ?', [reader.id]);
    const elsewhere = await newsroom.section();
    await newsroom.give(reader.id, grant('writer', { sectionId: elsewhere }));
    expect(await newsroom.sendsMail()).toEqual(['dropped']);
    expect(mailbox.mails).toEqual([]);
  });

  it('goes to nobody but its reader, whatever the address says', async () => {
    const hostile = [
      'a@b.example, c@d.example',
      '"x" <y@z.example>',
      'a@b.example\r\nBcc: c@d.example',
    ];
    for (const email of hostile) {
      await change(newsroom.sql, 'UPDATE account SET email = ? WHERE id = ?', [email, reader.id]);
      await withdrawn();
      expect(await newsroom.sendsMail()).toEqual(['dead']);
      await change(newsroom.sql, 'DELETE FROM email');
    }
    expect(mailbox.mails).toEqual([]);
  });

  it('waits while there is no mail server', async () => {
    const alone = await NotifyingNewsroom.open({ smtpUrl: 'smtp://127.0.0.1:9' });
    try {
      const someone = await alone.person('Lan', []);
      await alone.told('account.enabled', null, { subjectId: someone.id }, {});
      expect(await alone.sendsMail()).toEqual(['waiting']);
    } finally {
      await alone.close();
    }
  });
});
