import { StaffedNewsroom, grant } from '../../../test/support/staffed-newsroom.js';
import { inContext } from '@desk/ledger';
import { Accounts, type Account } from './accounts.service.js';
import { can } from './can.policy.js';
import type { Person } from './person.js';
import { Sessions } from './sessions.service.js';
import { Tokens } from './tokens.service.js';

const DAY = 86_400_000;

let newsroom: StaffedNewsroom;
let tokens: Tokens;
let administrator: Account;
let account: Account;
let owner: Person;
beforeAll(async () => {
  newsroom = await StaffedNewsroom.open();
  tokens = newsroom.get(Tokens);
  administrator = await newsroom.administrator();
});
afterAll(() => newsroom.close());

let hired = 0;
beforeEach(async () => {
  hired += 1;
  account = await newsroom.hire(
    administrator,
    'Lê Hoàng Minh',
    `minh${hired}@huunghi.example`,
    grant('approver', { language: 'vi' }),
  );
  owner = await newsroom.asPerson(account);
});

const make = (scopes: readonly string[], days = 30) =>
  tokens.create(owner, { name: 'Đài phát thanh', scopes, days });
const bearer = (token: string) => newsroom.get(Sessions).byToken(token);

describe('a token', () => {
  it('speaks for its owner within its scopes', async () => {
    const { token } = await make(['read', 'edition.publish']);
    const speaker = await bearer(token);
    if (!speaker) throw new Error('the token opens nothing');
    expect(speaker).toMatchObject({ id: owner.id, grants: owner.grants });
    expect(can(speaker, 'article.read')).toBe(true);
    expect(can(speaker, 'edition.publish')).toBe(true);
    expect(can(speaker, 'edition.sign_off')).toBe(false);
    expect(can(owner, 'edition.sign_off')).toBe(true);
  });

  it('H: never may more than its owner, whatever its scopes say, now or later', async () => {
    const { token } = await make(['read', 'people.manage', 'edition.*']);
    const before = await bearer(token);
    if (!before) throw new Error('the token opens nothing');
    expect(can(before, 'people.manage')).toBe(false);
    expect(can(before, 'edition.correct')).toBe(true);
    const by = await newsroom.asPerson(administrator);
    await newsroom.get(Accounts).setGrants(by, account.id, account.version, [grant('writer')]);
    const after = await bearer(token);
    if (!after) throw new Error('the token opens nothing');
    expect(can(after, 'edition.correct')).toBe(false);
    expect(can(after, 'edition.write')).toBe(true);
  });

  it.each(['everything', 'edition', 'edition.fly', '*', ''])(
    'cannot have the scope %j',
    async (scope) => {
      await expect(make(['read', scope])).rejects.toMatchObject({
        code: 'token.scope_unknown',
        status: 422,
        facts: { scope },
      });
      expect(await tokens.list(owner)).toEqual([]);
    },
  );

  it('is told once, and kept as a hash', async () => {
    const { token, id } = await make(['read']);
    const [listed] = await tokens.list(owner);
    expect(listed).toMatchObject({ id, name: 'Đài phát thanh', scopes: ['read'] });
    expect(JSON.stringify(listed)).not.toContain(token);
    const stored = JSON.stringify(await newsroom.sql.query('SELECT * FROM api_token'));
    expect(stored).not.toContain(token);
    const told = JSON.stringify(await newsroom.entries('token.created', id));
    expect(told).not.toContain(token);
  });

  it('is not kept among the answers of requests that act once', async () => {
    const once = { accountId: owner.id, key: 'tao-token', requestHash: '0'.repeat(64) };
    const { token } = await inContext({ requestId: 'r', once }, () => make(['read']));
    const kept = JSON.stringify(await newsroom.sql.query('SELECT * FROM idempotent_request'));
    expect(kept).toContain('tao-token');
    expect(kept).not.toContain(token);
  });

  it('ends when it is revoked, by its owner', async () => {
    const { token, id } = await make(['read']);
    const stranger = await newsroom.asPerson(administrator);
    await expect(tokens.revoke(stranger, id)).rejects.toMatchObject({ code: 'token.missing' });
    expect(await bearer(token)).not.toBeNull();
    await tokens.revoke(owner, id);
    expect(await bearer(token)).toBeNull();
    expect(await tokens.list(owner)).toEqual([]);
    await expect(tokens.revoke(owner, id)).rejects.toMatchObject({ code: 'token.missing' });
    expect(await newsroom.entries('token.revoked', id)).toHaveLength(1);
  });

  it('ends with its last day', async () => {
    const { token } = await make(['read'], 2);
    newsroom.clock.advance(2 * DAY - 1);
    expect(await bearer(token)).not.toBeNull();
    newsroom.clock.advance(1);
    expect(await bearer(token)).toBeNull();
  });

  it('is of no use while its owner’s account is disabled', async () => {
    const { token } = await make(['read']);
    const by = await newsroom.asPerson(administrator);
    await newsroom.get(Accounts).setStatus(by, account.id, account.version, 'disabled');
    expect(await bearer(token)).toBeNull();
  });

  it('remembers when it was last used', async () => {
    const { token } = await make(['read']);
    expect((await tokens.list(owner))[0]?.lastUsedAt).toBeNull();
    await bearer(token);
    expect((await tokens.list(owner))[0]?.lastUsedAt).toEqual(newsroom.clock.now());
  });

  it('is no session, nor a session a token', async () => {
    const { token } = await make(['read']);
    expect(await newsroom.get(Sessions).bySecret(token)).toBeNull();
  });
});
