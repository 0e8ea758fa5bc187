import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';
import { SESSION_COOKIE } from './session.guard.js';

const email = 'vuth@huunghi.example';
const wrong = { email, password: 'không phải mật khẩu này' };
const tokenSchema = z.object({ token: z.string() });

/** The routes that a stranger may use. Whoever adds one here says why in its `@Public`. */
const open = [
  'GET /api/docs',
  'GET /api/docs/style.css',
  'GET /api/openapi.json',
  'GET /api/v1/unsubscribe/:token',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'POST /api/v1/password-resets',
  'POST /api/v1/password-resets/:token',
  'POST /api/v1/session',
  'POST /api/v1/unsubscribe/:token',
];

describe('H: the doors of the API', () => {
  let newsroom: HttpNewsroom;

  beforeAll(async () => {
    newsroom = await HttpNewsroom.open();
  });
  afterAll(() => newsroom.close());

  it('are closed to strangers, all but those that are named here', async () => {
    const unlocked: string[] = [];
    const routes = newsroom.routes.filter(({ method }) => !['HEAD', 'OPTIONS'].includes(method));
    for (const { method, path } of routes) {
      const url = newsroom.url + path.replace(/:\w+|\*/g, randomUUID());
      const { status } = await fetch(url, { method, redirect: 'manual' });
      if (status !== 401) unlocked.push(`${method} ${path}`);
    }
    expect(unlocked.toSorted()).toEqual(open);
    expect(routes.length).toBeGreaterThan(60);
  });

  it('do not open to a cookie or a token that is none of ours', async () => {
    const secret = randomBytes(32).toString('base64url');
    const foreign: Record<string, string>[] = [
      { cookie: `${SESSION_COOKIE}=${secret}` },
      { authorization: `Bearer md_${secret}` },
      { authorization: `Basic ${secret}` },
    ];
    for (const headers of foreign) {
      const { status } = await newsroom.stranger().send('GET', 'session', { headers });
      expect(status).toBe(401);
    }
  });

  it('give a cookie for this host, encrypted connections, and no script', async () => {
    const { headers } = await newsroom.stranger().send('POST', 'session', {
      body: { email, password: newsroom.admin.password },
    });
    const [cookie = '', ...more] = headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(/^__Host-desk=[\w-]{43}; Path=\/; /);
    expect(cookie).toContain('; HttpOnly; Secure; SameSite=Lax');
    expect(cookie).not.toContain('Domain');
  });

  it.each<Record<string, string>>([{}, { 'x-csrf-token': '' }, { 'x-csrf-token': 'x'.repeat(43) }])(
    'take no change from a page of another site: %j',
    async (headers) => {
      const forged = { cookie: await sessionOf(newsroom), ...headers };
      const stranger = newsroom.stranger();
      expect(await stranger.send('GET', 'session', { headers: forged })).toMatchObject({
        status: 200,
      });
      expect(await stranger.send('POST', 'me/tokens', { body: {}, headers: forged })).toMatchObject(
        { status: 403, body: { code: 'session.csrf' } },
      );
      expect(await stranger.send('DELETE', 'session', { headers: forged })).toMatchObject({
        status: 403,
      });
    },
  );

  it('send the headers of safety with every answer, refusals too', async () => {
    for (const path of ['session', 'nowhere', 'articles?limit=x']) {
      const { headers } = await newsroom.stranger().send('GET', path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[\w.:-]{8,64}$/);
    }
  });

  it('refuse bodies that are too large, and what is no JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const send = (body: string) => newsroom.stranger().send('POST', 'session', { body, headers });
    expect(await send(' '.repeat(11_000_001))).toMatchObject({ status: 413 });
    expect(await send('{"email":')).toMatchObject({ status: 400 });
    expect(await send('{"__proto__":{"email":"x"}}')).toMatchObject({ status: 400 });
  });
});

describe('who knocks too often', () => {
  it('is refused for a while: one account from one address', async () => {
    const newsroom = await HttpNewsroom.open({ SIGN_IN_TRIES: '3' });
    const tries = (body: object) => newsroom.stranger().send('POST', 'session', { body });
    for (const _ of [1, 2, 3]) expect(await tries(wrong)).toMatchObject({ status: 401 });
    const refused = await tries({ email: ' VUTH@huunghi.example', password: wrong.password });
    expect(refused).toMatchObject({ status: 429, body: { code: 'request.too_many' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await tries({ ...wrong, email: 'lan@huunghi.example' })).toMatchObject({ status: 401 });
    await newsroom.close();
  });

  it.each([
    ['false', 429],
    ['true', 401],
  ])('is known by the address of the connection, TRUST_PROXY=%s', async (trust, last) => {
    const settings = { RATE_LIMIT_PER_MINUTE: '5', TRUST_PROXY: trust };
    const newsroom = await HttpNewsroom.open(settings);
    const ask = (n: number) =>
      newsroom.stranger().send('GET', 'me', { headers: { 'x-forwarded-for': `203.0.113.${n}` } });
    for (const n of [1, 2, 3, 4]) expect(await ask(n)).toMatchObject({ status: 401 });
    expect((await ask(5)).status).toBe(last);
    await newsroom.close();
  });
});

describe('the log', () => {
  it('names no secret and no text, also when the database refuses', async () => {
    const lines: string[] = [];
    const newsroom = await HttpNewsroom.open(
      { LOG_LEVEL: 'trace' },
      { write: (line) => void lines.push(line) },
    );
    const stranger = newsroom.stranger();
    const asked = `${randomUUID()}.${randomBytes(32).toString('base64url')}`;
    await stranger.send('POST', `password-resets/${asked}`, { body: { password: 'ngắn' } });
    await stranger.page(`unsubscribe/${asked}?token=${asked}`);
    const cookie = await sessionOf(newsroom);
    const { token } = await newsroom.admin.does(tokenSchema, 'POST', 'me/tokens', {
      body: { name: 'kho', scopes: ['read'] },
    });
    await stranger.send('GET', 'session', { headers: { authorization: `Bearer ${token}` } });
    await newsroom.sql.query('RENAME TABLE section TO section_away');
    const names = { vi: 'Mục bí mật', en: 'A secret section', km: 'ផ្នែកសម្ងាត់' };
    const policy = {
      approvers: 1,
      languageReview: false,
      release: 'as-ready',
      requiredLanguages: ['vi'],
      workingDays: { translate: 3, review: 1, sign_off: 1 },
    };
    const body = { code: 'bi-mat', names, policy };
    expect(await newsroom.admin.send('POST', 'sections', { body })).toMatchObject({ status: 500 });
    await newsroom.close();

    const log = lines.join('');
    expect(log).toContain('/api/v1/password-resets/:token');
    expect(log).toContain('section');
    for (const secret of [asked, token, cookie.split('=')[1], newsroom.admin.password, names.vi]) {
      expect(log).not.toContain(secret);
    }
  });
});

async function sessionOf(newsroom: HttpNewsroom): Promise<string> {
  const body = { email, password: newsroom.admin.password };
  const { headers } = await newsroom.stranger().send('POST', 'session', { body });
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
