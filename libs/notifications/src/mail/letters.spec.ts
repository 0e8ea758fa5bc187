import { change } from '@desk/database';
import type { Language } from '@desk/languages';
import { PasswordResets, type Person } from '@desk/people';
import { Mailbox, type Mail } from '../../../../test/support/mailbox.js';
import {
  grant,
  NotifyingNewsroom,
  usual,
  type TestEdition,
} from '../../../../test/support/notifying-newsroom.js';
import { Unsubscriptions } from './unsubscriptions.service.js';

let mailbox: Mailbox;
let newsroom: NotifyingNewsroom;
let editor: Person;
let sectionId: string;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  newsroom = await NotifyingNewsroom.open({ smtpUrl: mailbox.url });
  editor = await newsroom.person('Nguyễn Văn Đạt', [grant('managing_editor')]);
  sectionId = await newsroom.section();
});
afterAll(async () => {
  await newsroom.close();
  await mailbox.close();
});

const lost: Record<Language, { name: string; reason: string; said: string; stop: string }> = {
  vi: {
    name: 'Trần Thị Hạnh',
    reason: 'Bạn nhận thư này vì bạn đã viết hoặc dịch văn bản này.',
    said: 'Nguyễn Văn Đạt đã gỡ bản tiếng Việt của',
    stop: 'Ngừng nhận thư loại này',
  },
  en: {
    name: 'Trần Thị Lan',
    reason: 'You get this because you wrote or translated this text.',
    said: 'Nguyễn Văn Đạt withdrew the Vietnamese edition of',
    stop: 'Stop e-mails of this kind',
  },
  km: {
    name: 'សឺន ធី សារ៉ាយ',
    reason: 'អ្នកទទួលសារនេះ',
    said: 'Nguyễn Văn Đạt',
    stop: 'ឈប់',
  },
};
const note = 'Số liệu <b>chưa</b> được kiểm chứng & "nguồn" không rõ.';

async function theLetterTo(reader: Person, send: () => Promise<unknown>): Promise<Mail> {
  await send();
  await newsroom.sendsMail();
  const [mail, another] = mailbox.of(reader.email);
  expect(another).toBeUndefined();
  if (!mail) throw new Error('no letter came');
  return mail;
}

const withdraw = (edition: TestEdition) =>
  newsroom.told('edition.withdrawn', editor, edition.subject, {
    from: 'published',
    to: 'withdrawn',
    reason: note,
  });

const headersIn = (mail: Mail): string => mail.source.slice(0, mail.source.indexOf('\r\n\r\n'));

describe.each(['vi', 'en', 'km'] as const)('a letter to a reader of %s', (language) => {
  const expected = lost[language];
  let reader: Person;
  let edition: TestEdition;
  let mail: Mail;

  beforeAll(async () => {
    const { name } = expected;
    reader = await newsroom.person(name.normalize('NFD'), [grant('writer')], { language });
    edition = await newsroom.edition(sectionId, [reader]);
    mail = await theLetterTo(reader, () => withdraw(edition));
  });

  it('says in their language what happened, in HTML and in plain text', () => {
    expect(mail.subject).toContain(expected.said);
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain(expected.said);
      expect(part).toContain(expected.reason);
      expect(part).toContain(expected.stop);
      expect(part).toContain(`https://toasoan.example.vn/newsroom/editions/${edition.id}`);
    }
    expect(mail.html).toContain(`<html lang="${language}"`);
    expect(mail.headers.get('content-language')).toBe(language);
    expect(mail.source).toContain('multipart/alternative');
  });

  it('quotes what was written as text, never as markup', () => {
    expect(mail.text).toContain(note);
    expect(mail.html).toContain('&lt;b>chưa&lt;/b> được kiểm chứng &amp;');
    expect(mail.html).not.toContain('<b>chưa');
  });

  it('has headers of composed letters, encoded so that any server passes them on', () => {
    expect(/^[\x20-\x7e\r\n\t]*$/.test(headersIn(mail))).toBe(true);
    expect(mail.subject).toBe(mail.subject.normalize('NFC'));
    expect(mail.headers.get('to')).toMatchObject({
      value: [{ name: expected.name.normalize('NFC'), address: reader.email }],
    });
    expect(mail.headers.get('from')).toMatchObject({
      value: [{ name: 'Tòa soạn', address: 'toasoan@example.vn' }],
    });
    for (const line of headersIn(mail).split('\r\n')) expect(line.length).toBeLessThan(998);
  });

  it('says that a machine wrote it, of which article, and for which request', () => {
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('references')).toBe(`<article.${edition.articleId}@example.vn>`);
    expect(mail.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('ending a kind of letter', () => {
  const unsubscribe = (mail: Mail): { url: string; token: string } => {
    const [, url = ''] = /^List-Unsubscribe: <([^>]+)>/m.exec(unfolded(mail)) ?? [];
    return { url, token: url.slice(url.lastIndexOf('/') + 1) };
  };
  const unfolded = (mail: Mail): string => headersIn(mail).replace(/\r\n[ \t]+/g, ' ');

  it('is one click (RFC 8058), without signing in, and holds for that kind alone', async () => {
    const reader = await newsroom.person('Kim Sơn', [grant('writer')]);
    const edition = await newsroom.edition(sectionId, [reader]);
    const mail = await theLetterTo(reader, () => withdraw(edition));
    const { url, token } = unsubscribe(mail);
    expect(url).toMatch(/^https:\/\/toasoan\.example\.vn\/api\/v1\/unsubscribe\/[\w.-]+$/);
    expect(unfolded(mail)).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(mail.text).toContain(url);

    const unsubscriptions = newsroom.get(Unsubscriptions);
    expect(await unsubscriptions.languageOf(token)).toBe('vi');
    expect(await unsubscriptions.stop(`${token}x`)).toBe(false);
    expect(await unsubscriptions.stop(token)).toBe(true);
    expect(await unsubscriptions.stop(token)).toBe(true);

    mailbox.mails.length = 0;
    const again = await withdraw(edition);
    await newsroom.sendsMail();
    expect(mailbox.of(reader.email)).toEqual([]);
    expect(await newsroom.inboxesWith(again)).toContain(reader.name);
    await newsroom.told('edition.changes_requested', editor, edition.subject, {
      from: 'in_review',
      to: 'changes_requested',
      comment: 'Xin thêm nguồn.',
    });
    await newsroom.sendsMail();
    expect(mailbox.of(reader.email)).toHaveLength(1);
  });

  it('also stops a letter that was written down but not yet sent', async () => {
    const reader = await newsroom.person('Danh Út', [grant('writer')]);
    const edition = await newsroom.edition(sectionId, [reader]);
    const { token } = unsubscribe(await theLetterTo(reader, () => withdraw(edition)));
    mailbox.mails.length = 0;
    await withdraw(edition);
    await newsroom.get(Unsubscriptions).stop(token);
    expect(await newsroom.sendsMail()).toEqual(['dropped']);
    expect(mailbox.of(reader.email)).toEqual([]);
  });

  it('is not offered where the safety of the account asks for the letter', async () => {
    const reader = await newsroom.person('Thạch Thị Mai', []);
    const mail = await theLetterTo(reader, () =>
      newsroom.told('password.changed', reader, { subjectId: reader.id }, {}),
    );
    expect(unfolded(mail)).not.toContain('List-Unsubscribe');
    expect(mail.text).not.toContain('/unsubscribe/');
  });
});

describe('the letter of a forgotten password', () => {
  const ask = async (reader: Person): Promise<void> => {
    await newsroom.get(PasswordResets).ask(reader.email);
    await newsroom.tellsAll();
    await newsroom.sendsMail();
  };
  const linkIn = (mail: Mail | undefined): string =>
    /reset-password#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';

  it('carries a link that sets a new password, once', async () => {
    const reader = await newsroom.person('Sơn Thị Sa Rây', [], { language: 'km' });
    await ask(reader);
    const token = linkIn(mailbox.of(reader.email)[0]);
    const resets = newsroom.get(PasswordResets);
    await resets.use(token, usual.secret, 'chín nhánh sông Cửu Long');
    await expect(resets.use(token, usual.secret, 'mười nhánh sông')).rejects.toMatchObject({
      code: 'password.reset_invalid',
    });
  });

  it('is not sent when the link would lead nowhere any more', async () => {
    const reader = await newsroom.person('Lê Hoàng Minh', []);
    await newsroom.get(PasswordResets).ask(reader.email);
    await newsroom.get(PasswordResets).ask(reader.email);
    await newsroom.tellsAll();
    expect(await newsroom.sendsMail()).toContain('dropped');
    const mails = mailbox.of(reader.email);
    expect(mails).toHaveLength(1);
    const token = linkIn(mails[0]);
    await newsroom.get(PasswordResets).use(token, usual.secret, 'chín nhánh sông Cửu Long');
  });

  it('stands in the inbox of nobody', async () => {
    const reader = await newsroom.person('Phượng', []);
    await ask(reader);
    const shown = await change(
      newsroom.sql,
      'UPDATE notice SET read_at = NULL WHERE account_id = ? AND in_inbox',
      [reader.id],
    );
    expect(shown).toBe(0);
  });
});
