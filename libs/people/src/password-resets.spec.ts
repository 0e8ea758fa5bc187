import { StaffedNewsroom, grant } from '../../../test/support/staffed-newsroom.js';
import { Accounts, type Account } from './accounts.service.js';
import { PasswordResets } from './password-resets.service.js';
import { resetTokenFor } from './secrets.js';
import { Sessions } from './sessions.service.js';

const secret = 'a secret of the tests, long enough to be one';
const MINUTE = 60_000;
const old = 'sông Hậu mùa nước nổi';
const fresh = 'lục bình trôi ngang';

let newsroom: StaffedNewsroom;
let resets: PasswordResets;
let administrator: Account;
let account: Account;
beforeAll(async () => {
  newsroom = await StaffedNewsroom.open();
  resets = newsroom.get(PasswordResets);
  administrator = await newsroom.administrator();
});
afterAll(() => newsroom.close());

let hired = 0;
beforeEach(async () => {
  hired += 1;
  account = await newsroom.hire(
    administrator,
    'Thạch Sô Phia',
    `phia${hired}@huunghi.example`,
    grant('reviewer'),
  );
});

/** Asks for a link; the token as the letter would carry it. */
async function asked(email = account.email): Promise<string> {
  await resets.ask(email);
  const entry = (await newsroom.entries('password.reset_asked', account.id)).at(-1);
  const token = await resets.tokenOf(entry?.id ?? '', account.id, secret);
  if (token === null) throw new Error('no link');
  return token;
}
const signIn = (password: string) =>
  newsroom.get(Sessions).start(account.email, password, { userAgent: '', address: '' });
const invalid = { code: 'password.reset_invalid', status: 422 };

describe('a forgotten password', () => {
  it('is set anew by the link, and every session ends', async () => {
    const session = await signIn(old);
    await resets.use(await asked(), secret, fresh);
    expect(await newsroom.get(Sessions).bySecret(session?.secret ?? '')).toBeNull();
    expect(await signIn(old)).toBeNull();
    expect(await signIn(fresh)).not.toBeNull();
    expect(await newsroom.entries('password.changed', account.id)).toHaveLength(1);
  });

  it('is set once by a link', async () => {
    const token = await asked();
    await resets.use(token, secret, fresh);
    await expect(resets.use(token, secret, 'đờn ca tài tử')).rejects.toMatchObject(invalid);
    expect(await signIn(fresh)).not.toBeNull();
  });

  it('is set once by a link that is used twice at the same time', async () => {
    const token = await asked();
    const both = await Promise.allSettled([
      resets.use(token, secret, fresh),
      resets.use(token, secret, 'đờn ca tài tử'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await newsroom.entries('password.changed', account.id)).toHaveLength(1);
  });

  it('can be set for an hour', async () => {
    const [token, late] = [await asked(), 60 * MINUTE];
    newsroom.clock.advance(late);
    await expect(resets.use(token, secret, fresh)).rejects.toMatchObject(invalid);
    const again = await asked();
    newsroom.clock.advance(late - 1);
    await resets.use(again, secret, fresh);
    expect(await signIn(fresh)).not.toBeNull();
  });

  it('is set by the newest link only', async () => {
    const first = await asked();
    const second = await asked();
    await expect(resets.use(first, secret, fresh)).rejects.toMatchObject(invalid);
    await resets.use(second, secret, fresh);
  });

  it('costs no link when the new one is too weak', async () => {
    const token = await asked();
    await expect(resets.use(token, secret, 'ngắn')).rejects.toMatchObject({
      code: 'password.too_short',
    });
    await resets.use(token, secret, fresh);
  });

  it('is not set by what is no link of ours', async () => {
    const token = await asked();
    const [id = ''] = token.split('.');
    const forged = [
      '',
      id,
      `${id}.`,
      `${token}a`,
      resetTokenFor(id, 'another secret'),
      resetTokenFor(account.id, secret),
      'khong-phai-uuid.abc',
    ];
    for (const one of forged) {
      await expect(resets.use(one, secret, fresh)).rejects.toMatchObject(invalid);
    }
    expect(await signIn(old)).not.toBeNull();
  });

  it('tells nothing of whether there is an account, and asks nothing of a disabled one', async () => {
    await expect(resets.ask('khong-co-ai@huunghi.example')).resolves.toBeUndefined();
    const by = await newsroom.asPerson(administrator);
    await newsroom.get(Accounts).setStatus(by, account.id, account.version, 'disabled');
    await expect(resets.ask(account.email)).resolves.toBeUndefined();
    expect(await newsroom.entries('password.reset_asked', account.id)).toEqual([]);
  });

  it('is not set of an account that was disabled meanwhile', async () => {
    const token = await asked();
    const by = await newsroom.asPerson(administrator);
    const { version } = await newsroom
      .get(Accounts)
      .setStatus(by, account.id, account.version, 'disabled');
    await expect(resets.use(token, secret, fresh)).rejects.toMatchObject(invalid);
    await newsroom.get(Accounts).setStatus(by, account.id, version, 'active');
    expect(await signIn(old)).not.toBeNull();
  });

  it('is in no table, and its link in none', async () => {
    const token = await asked();
    for (const table of ['password_reset', 'ledger_entry']) {
      const stored = JSON.stringify(await newsroom.sql.query(`SELECT * FROM ${table}`));
      expect(stored).not.toContain(token);
    }
  });
});
