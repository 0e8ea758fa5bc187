import { StaffedNewsroom, grant } from '../../../test/support/staffed-newsroom.js';
import { Accounts, type Account } from './accounts.service.js';
import { Sessions } from './sessions.service.js';

const password = 'sông Hậu mùa nước nổi';
const draft = (email: string) => ({
  email,
  name: 'Sơn Thị Sa Rây',
  language: 'km' as const,
  password,
  grants: [grant('translator', { sourceLanguage: 'vi', language: 'km' })],
});

let newsroom: StaffedNewsroom;
let accounts: Accounts;
let administrator: Account;
beforeAll(async () => {
  newsroom = await StaffedNewsroom.open();
  accounts = newsroom.get(Accounts);
  administrator = await newsroom.administrator();
});
afterAll(() => newsroom.close());

const byAdministrator = () => newsroom.asPerson(administrator);
async function isSignedIn(secret: string): Promise<boolean> {
  return (await newsroom.get(Sessions).bySecret(secret)) !== null;
}
async function signIn(account: Account, with_ = password): Promise<string> {
  const from = { userAgent: '', address: '' };
  const session = await newsroom.get(Sessions).start(account.email, with_, from);
  if (!session) throw new Error('not signed in');
  return session.secret;
}

describe('the first administrator', () => {
  it('may manage people and the newsroom', () => {
    expect(administrator.grants.map(({ role }) => role).sort()).toEqual([
      'administrator',
      'managing_editor',
    ]);
  });

  it('is made once', async () => {
    const again = { email: 'ai-do@huunghi.example', name: 'Ai đó', language: 'vi' as const };
    await expect(accounts.createFirstAdministrator({ ...again, password })).rejects.toMatchObject({
      code: 'account.not_first',
      status: 409,
    });
  });

  it('is made once also when two try at the same time', async () => {
    const empty = await StaffedNewsroom.open();
    try {
      const made = await Promise.allSettled(
        ['mot@huunghi.example', 'hai@huunghi.example'].map((email) =>
          empty
            .get(Accounts)
            .createFirstAdministrator({ email, name: 'Quản trị', language: 'vi', password }),
        ),
      );
      expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    } finally {
      await empty.close();
    }
  });
});

describe('an account', () => {
  it('is made with what the person may do, each thing once', async () => {
    const twice = { ...draft('sa.ray@huunghi.example') };
    const made = await accounts.create(await byAdministrator(), {
      ...twice,
      grants: [...twice.grants, ...twice.grants],
    });
    expect(made).toMatchObject({ status: 'active', version: 1, language: 'km' });
    expect(made.grants).toEqual(twice.grants);
    expect(await newsroom.entries('account.created', made.id)).toMatchObject([
      { actorId: administrator.id },
    ]);
  });

  it.each(['hanh@huunghi.example', 'HANH@HuuNghi.example', ' hanh@huunghi.example '])(
    'has an address of its own: %j',
    async (email) => {
      const by = await byAdministrator();
      await accounts.create(by, draft('hanh@huunghi.example')).catch(() => undefined);
      await expect(accounts.create(by, draft(email))).rejects.toMatchObject({
        code: 'account.email_taken',
        status: 409,
      });
    },
  );

  it.each([
    ['ngắn', 'password.too_short'],
    ['x'.repeat(257), 'password.too_long'],
    ['MatKhau1234', 'password.too_common'],
    ['ababababababab', 'password.too_common'],
  ])('does not take the password %j', async (bad, code) => {
    const made = accounts.create(await byAdministrator(), {
      ...draft('mat-khau@huunghi.example'),
      password: bad,
    });
    await expect(made).rejects.toMatchObject({ code, status: 422 });
  });

  it('H: is made, seen and changed by administrators only', async () => {
    const account = await accounts.create(await byAdministrator(), draft('phia@huunghi.example'));
    const self = await newsroom.asPerson(account);
    const denied = { code: 'permission.denied', status: 403 };
    await expect(accounts.create(self, draft('x@huunghi.example'))).rejects.toMatchObject(denied);
    await expect(accounts.list(self)).rejects.toMatchObject(denied);
    await expect(accounts.find(self, administrator.id)).rejects.toMatchObject(denied);
    await expect(
      accounts.setGrants(self, account.id, 1, [grant('administrator')]),
    ).rejects.toMatchObject(denied);
    await expect(accounts.setStatus(self, administrator.id, 1, 'disabled')).rejects.toMatchObject(
      denied,
    );
    expect((await accounts.find(self, account.id)).email).toBe('phia@huunghi.example');
  });
});

describe('what a person may do', () => {
  it('is replaced as a whole, and ends their sessions', async () => {
    const by = await byAdministrator();
    const account = await accounts.create(by, draft('minh@huunghi.example'));
    const secret = await signIn(account);
    const next = [grant('approver', { language: 'vi' })];
    const now = await accounts.setGrants(by, account.id, account.version, next);
    expect(now).toMatchObject({ grants: next, version: 2 });
    expect(await isSignedIn(secret)).toBe(false);
    expect(await newsroom.entries('grants.changed', account.id)).toMatchObject([
      { actorId: administrator.id, payload: { roles: ['approver'] } },
    ]);
    const again = await newsroom.get(Sessions).bySecret(await signIn(account));
    expect(again?.person.grants).toEqual(next);
  });

  it('E: is not overwritten by who saw an older state', async () => {
    const by = await byAdministrator();
    const account = await accounts.create(by, draft('tu@huunghi.example'));
    const both = await Promise.allSettled(
      ['reviewer', 'approver'].map((role) =>
        accounts.setGrants(by, account.id, account.version, [
          grant(role === 'reviewer' ? 'reviewer' : 'approver'),
        ]),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'request.changed_meanwhile',
      status: 409,
      facts: { currentVersion: 2 },
    });
    expect((await accounts.find(by, account.id)).grants).toHaveLength(1);
  });
});

describe('a disabled account', () => {
  it('has no session and gets none', async () => {
    const by = await byAdministrator();
    const account = await accounts.create(by, draft('dat@huunghi.example'));
    const secret = await signIn(account);
    await accounts.setStatus(by, account.id, account.version, 'disabled');
    expect(await isSignedIn(secret)).toBe(false);
    await expect(signIn(account)).rejects.toThrow('not signed in');
    expect(await newsroom.entries('account.disabled', account.id)).toHaveLength(1);
  });

  it('is never one’s own', async () => {
    const by = await byAdministrator();
    await expect(
      accounts.setStatus(by, by.id, administrator.version, 'disabled'),
    ).rejects.toMatchObject({ code: 'account.own_status' });
  });
});

describe('what people change of their own', () => {
  it('is their name, language, time zone and digest hour', async () => {
    const account = await accounts.create(await byAdministrator(), draft('lan@huunghi.example'));
    const self = await newsroom.asPerson(account);
    const changes = { timeZone: 'Asia/Phnom_Penh', digestHour: 6, language: 'en' as const };
    const now = await accounts.updateProfile(self, account.version, changes);
    expect(now).toMatchObject({ ...changes, name: account.name, version: 2 });
    await expect(
      accounts.updateProfile(self, now.version, { timeZone: 'Asia/Sai Gon' }),
    ).rejects.toMatchObject({ code: 'account.time_zone_unknown' });
    await expect(
      accounts.updateProfile(self, account.version, { digestHour: 9 }),
    ).rejects.toMatchObject({ code: 'request.changed_meanwhile' });
  });

  it('is their password, which ends every session', async () => {
    const account = await accounts.create(await byAdministrator(), draft('bich@huunghi.example'));
    const self = await newsroom.asPerson(account);
    const secret = await signIn(account);
    await expect(
      accounts.changePassword(self, 'không phải mật khẩu', 'lục bình trôi ngang'),
    ).rejects.toMatchObject({ code: 'password.current_wrong' });
    expect(await isSignedIn(secret)).toBe(true);
    await accounts.changePassword(self, password, 'lục bình trôi ngang');
    expect(await isSignedIn(secret)).toBe(false);
    await expect(signIn(account)).rejects.toThrow('not signed in');
    expect(await isSignedIn(await signIn(account, 'lục bình trôi ngang'))).toBe(true);
  });
});
