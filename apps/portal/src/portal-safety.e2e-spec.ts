import { createConnection } from 'mysql2/promise';
import { z } from 'zod';
import { connect, databaseOptions, rows } from '@desk/database';
import { PublicSite } from '../../../test/support/public-site.js';

let site: PublicSite;

beforeAll(async () => {
  site = await PublicSite.open();
}, 120_000);
afterAll(() => site.close());

const everyKind = async (): Promise<string[]> => [
  '/',
  '/vi/',
  '/km/tin-trong-tinh/',
  await site.address(site.stories.whole, 'km'),
  await site.address(site.stories.withdrawn, 'vi'),
  '/en/search?q=peace',
  '/en/nothing/here',
  '/nothing',
  '/%ff',
  '/health/live',
];

describe('every answer', () => {
  it('forbids frames, and scripts, forms and whatever else is not the portal’s own', async () => {
    for (const path of await everyKind()) {
      const { headers } = await site.get(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['content-security-policy']).toContain("script-src 'self';");
      expect(headers['content-security-policy']).toContain("form-action 'self';");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('set-cookie');
    }
  });

  it('has no style or script within the page that the policy would refuse', async () => {
    for (const path of await everyKind()) {
      const { body } = await site.get(path);
      expect(body).not.toMatch(
        /<style|\sstyle=|\son[a-z]+=|<script(?! (type="application\/ld\+json"|src="\/assets\/))/,
      );
    }
  });
});

describe('a hostile path', () => {
  it.each([
    '/..%2f..%2fetc%2fpasswd',
    '/vi/..%2f..%2f',
    '/assets/..%2fsettings.js',
    '/assets/%2e%2e%2fportal.js',
    '/vi/tin-trong-tinh/%00',
    '/vi/tin-trong-tinh/%ff%fe',
    '/vi/tin-trong-tinh/%ED%A0%80',
    `/vi/tin-trong-tinh/${'a'.repeat(1_900)}`,
    `/vi/tin-trong-tinh/${'a'.repeat(9_000)}`,
    '/vi/%3Cscript%3Ealert(1)%3C%2Fscript%3E/',
    "/vi/tin-trong-tinh/x'%20OR%201=1--",
    '/vi/?before=1%27%20OR%201=1',
    '/vi/?before[]=1&before[]=2',
    '//evil.example/vi/',
    '/vi//evil.example',
    '/vi/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '/vi/search?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&section=%3Cscript%3Ealert(1)',
    '/vi/search?q[]=1&q[x]=2&from=0000-99-99&to=%00&page=-1&in=xx&order=1',
    '/vi/search?q=%ED%A0%80%00&page=999999999999999999999',
    '/__proto__/constructor/',
    '/vi/constructor/',
    '/.git/config',
    '/.env',
    '/api/v1/session',
  ])('%s harms nothing', async (path) => {
    const { statusCode, body, headers } = await site.get(path);
    expect(statusCode).toBeLessThan(500);
    expect(body).not.toContain('<script>alert');
    expect(body).not.toMatch(/node_modules|at \w+ \(|SQL|root:/);
    if (headers.location !== undefined) expect(headers.location).toMatch(/^\/(?!\/)/);
  });

  it('that cannot be decoded gets an apology in the language of the path', async () => {
    const { statusCode, body, headers } = await site.get('/km/%ff');
    expect(statusCode).toBe(400);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="km"');
  });

  it('in a link elsewhere never leads away from the portal', async () => {
    for (const path of ['//evil.example', '/vi/%2f%2fevil.example', '/%5cevil.example/']) {
      const { headers } = await site.get(path);
      expect(headers.location ?? '/vi/').toMatch(/^\/(?!\/|\\)/);
    }
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'] as const)(
    'with %s changes nothing',
    async (method) => {
      const answer = await site.portal.inject({ method, url: '/vi/', payload: { a: 1 } });
      expect(answer.statusCode).toBe(404);
    },
  );
});

describe('the portal’s database account', () => {
  it('reads the public tables and nothing else', async () => {
    const portal = await connect(databaseOptions(await site.newsroom.portalUrl(), 1));
    const all = await rows(
      site.newsroom.sql,
      z.object({ name: z.string() }),
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`,
    );
    try {
      const readable: string[] = [];
      for (const { name } of all) {
        await portal.query(`SELECT 1 FROM ${name} LIMIT 1`).then(
          () => readable.push(name),
          () => undefined,
        );
      }
      expect(readable.toSorted()).toEqual([
        'public_page',
        'public_redirect',
        'public_search',
        'public_section',
      ]);
      expect(all.length).toBeGreaterThan(20);
      for (const statement of [
        `UPDATE public_page SET title = 'x'`,
        'DELETE FROM public_page',
        `INSERT INTO public_redirect (language) VALUES ('vi')`,
        'DROP TABLE public_section',
        'CREATE TABLE mine (id int)',
      ]) {
        await expect(portal.query(statement)).rejects.toThrow(/denied/);
      }
    } finally {
      await portal.destroy();
    }
  });

  it('is enough: the pages above were all read with it', async () => {
    const url = new URL(await site.newsroom.portalUrl());
    const connection = await createConnection({
      user: url.username,
      password: url.password,
      socketPath: url.searchParams.get('socketPath') ?? undefined,
    });
    const [grants] = await connection.query('SHOW GRANTS');
    await connection.end();
    expect(JSON.stringify(grants)).not.toMatch(/ALL PRIVILEGES|INSERT|UPDATE|DELETE/);
  });
});

describe('caches', () => {
  it('ask each time and mostly hear that nothing changed', async () => {
    const address = await site.address(site.stories.whole, 'vi');
    const first = await site.get(address);
    expect(first.headers['cache-control']).toBe('public, no-cache');
    const etag = String(first.headers.etag);
    const again = await site.get(address, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await site.get(address, { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('hear of it when an edition appears or goes', async () => {
    const { withdrawn } = site.stories;
    const address = await site.address(withdrawn, 'en');
    const before = (await site.get(address)).headers.etag;
    await site.scenes.act(withdrawn, 'restore');
    const restored = await site.get(address, { 'if-none-match': String(before) });
    expect(restored.statusCode).toBe(200);
    expect(restored.body).toContain(await site.address(withdrawn, 'vi'));
    expect((await site.get(await site.address(withdrawn, 'vi'))).statusCode).toBe(200);
  });

  it('keep style, emblem and fonts for a year: their names change with them', async () => {
    const { body } = await site.get('/km/');
    const assets = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, to = '']) => to);
    expect(assets).toHaveLength(2);
    const css = await site.get(assets.find((one) => one.endsWith('.css')) ?? '');
    expect(css.headers['content-type']).toBe('text/css; charset=utf-8');
    const fonts = [...css.body.matchAll(/url\(['"]?([^'")]+)['"]?\)/g)].map(
      ([, file = '']) => new URL(file, 'https://huunghi.example/assets/').pathname,
    );
    expect(fonts.length).toBeGreaterThan(5);
    for (const path of [...assets, ...fonts]) {
      const { statusCode, headers } = await site.get(path);
      expect([path, statusCode]).toEqual([path, 200]);
      expect(headers['cache-control']).toContain('immutable');
    }
  });

  it('take the style sheet compressed when they can', async () => {
    const { body } = await site.get('/vi/');
    const path = /href="(\/assets\/[^"]+\.css)"/.exec(body)?.[1] ?? '';
    const answer = await site.get(path, { 'accept-encoding': 'gzip, br' });
    expect(answer.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  });
});

describe('health', () => {
  it('says that the process lives, and that the pages can be read', async () => {
    expect((await site.get('/health/live')).statusCode).toBe(200);
    expect((await site.get('/health/ready')).statusCode).toBe(200);
  });
});
