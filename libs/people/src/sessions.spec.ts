import { StaffedNewsroom, grant } from '../../../test/support/staffed-newsroom.js';
import { Accounts, type Account } from './accounts.service.js';
import { Sessions } from './sessions.service.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const from = { userAgent: 'Firefox', address: '203.0.113.7' };
const password = 'sông Hậu mùa nước nổi';

let newsroom: StaffedNewsroom;
let sessions: Sessions;
let administrator: Account;
beforeAll(async () => {
  newsroom = await StaffedNewsroom.open();
  sessions = newsroom.get(Sessions);
  administrator = await newsroom.administrator();
});
afterAll(() => newsroom.close());

let hired = 0;
async function somebody(): Promise<Account> {
  hired += 1;
  return newsroom.hire(
    administrator,
    'Trần Thị Hạnh',
    `hanh${hired}@huunghi.example`,
    grant('writer'),
  );
}
async function signedIn(account: Account): Promise<string> {
  const session = await sessions.start(account.email, password, from);
  if (!session) throw new Error('not signed in');
  return session.secret;
}

describe('signing in', () => {
  it('gives a session to who knows the password, however the address is typed', async () => {
    const account = await somebody();
    const session = await sessions.start(` ${account.email.toUpperCase()} `, password, from);
    expect(session?.person).toMatchObject({ id: account.id, grants: [{ role: 'writer' }] });
    expect(session?.person.scopes).toBeNull();
    expect(await newsroom.entries('session.started', account.id)).toHaveLength(1);
  });

  it('takes the password in NFD, as other keyboards type it', async () => {
    const account = await somebody();
    expect(await sessions.start(account.email, password.normalize('NFD'), from)).not.toBeNull();
  });

  it.each(['', 'song Hau mua nuoc noi', 'SÔNG HẬU MÙA NƯỚC NỔI'])(
    'gives nothing for %j',
    async (wrong) => {
      const account = await somebody();
      expect(await sessions.start(account.email, wrong, from)).toBeNull();
      expect(await newsroom.entries('session.started', account.id)).toEqual([]);
    },
  );

  it('gives nothing to nobody', async () => {
    expect(await sessions.start('khong-co-ai@huunghi.example', password, from)).toBeNull();
  });

  it('keeps no secret, only what cannot be turned back into it', async () => {
    const secret = await signedIn(await somebody());
    const stored = JSON.stringify(await newsroom.sql.query('SELECT * FROM session'));
    expect(stored).not.toContain(secret);
  });
});

describe('a session', () => {
  it('lasts while it is used, but never longer than two weeks', async () => {
    const secret = await signedIn(await somebody());
    for (let hours = 11; hours < 14 * 24; hours += 11) {
      newsroom.clock.advance(11 * HOUR);
      expect(await sessions.bySecret(secret)).not.toBeNull();
    }
    newsroom.clock.advance(14 * DAY - 330 * HOUR - 1);
    expect(await sessions.bySecret(secret)).not.toBeNull();
    newsroom.clock.advance(1);
    expect(await sessions.bySecret(secret)).toBeNull();
  });

  it('ends after twelve hours without a request', async () => {
    const account = await somebody();
    const [kept, left] = [await signedIn(account), await signedIn(account)];
    newsroom.clock.advance(12 * HOUR - 1);
    expect(await sessions.bySecret(kept)).not.toBeNull();
    newsroom.clock.advance(1);
    expect(await sessions.bySecret(left)).toBeNull();
    expect(await sessions.bySecret(kept)).not.toBeNull();
  });

  it('ends when it is ended, and no other with it', async () => {
    const account = await somebody();
    const [here, there] = [await signedIn(account), await signedIn(account)];
    const found = await sessions.bySecret(here);
    if (!found) throw new Error('not signed in');
    await sessions.end(found.person, found.sessionHash);
    expect(await sessions.bySecret(here)).toBeNull();
    expect(await sessions.bySecret(there)).not.toBeNull();
    expect(await newsroom.entries('session.ended', account.id)).toHaveLength(1);
  });

  it('H: is of no use once the account is disabled, nor after it is enabled again', async () => {
    const account = await somebody();
    const secret = await signedIn(account);
    const by = await newsroom.asPerson(administrator);
    const disabled = await newsroom
      .get(Accounts)
      .setStatus(by, account.id, account.version, 'disabled');
    expect(await sessions.bySecret(secret)).toBeNull();
    expect(await sessions.start(account.email, password, from)).toBeNull();
    await newsroom.get(Accounts).setStatus(by, account.id, disabled.version, 'active');
    expect(await sessions.bySecret(secret)).toBeNull();
    expect(await sessions.start(account.email, password, from)).not.toBeNull();
  });

  it('is found by its own secret only', async () => {
    const secret = await signedIn(await somebody());
    expect(await sessions.bySecret(`${secret}a`)).toBeNull();
    expect(await sessions.bySecret('')).toBeNull();
  });
});
