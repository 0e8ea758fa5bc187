import { z } from 'zod';
import { languages } from '@desk/languages';
import { ORIGIN } from '../../../../test/support/crawl.js';
import { PublicSite } from '../../../../test/support/public-site.js';
import { reason } from '../../../../test/support/publishing-scenes.js';

let site: PublicSite;
beforeAll(async () => {
  site = await PublicSite.open();
}, 120_000);
afterAll(() => site.close());

const told = z.object({
  id: z.uuid(),
  language: z.string(),
  url: z.string(),
  title: z.string(),
  editions: z.array(z.object({ language: z.string(), url: z.string() })),
});
const list = z.object({ items: z.array(told), next: z.string().nullable() });
const listed = async (query: string) => {
  const { statusCode, body } = await site.get(`/api/v1/articles?${query}`);
  expect(statusCode).toBe(200);
  return list.parse(JSON.parse(body));
};

it.each(languages)(
  '%s: gives the news of a language page by page, none twice',
  async (language) => {
    const urls: string[] = [];
    for (let before = ''; ;) {
      const { items, next } = await listed(`language=${language}&limit=7${before}`);
      urls.push(...items.map(({ url }) => url));
      if (next === null) break;
      before = `&before=${next}`;
    }
    expect(urls).toEqual((await site.readableIn(language)).map((path) => ORIGIN + path));
  },
);

it('gives the news of a section', async () => {
  const { items } = await listed('language=km&section=van-hoa&limit=50');
  expect(items.length).toBeGreaterThan(0);
  expect(items.every(({ url }) => url.startsWith(`${ORIGIN}/km/van-hoa/`))).toBe(true);
  expect((await listed('language=km&section=khong-co')).items).toEqual([]);
});

it('gives a text with its other editions, and says when nothing changed', async () => {
  const path = `/api/v1/articles/${site.stories.whole.id}`;
  const { headers, body } = await site.get(path);
  const page = await site.published(site.stories.whole, 'vi');
  const edition = told
    .extend({ html: z.string(), isOriginal: z.boolean() })
    .parse(JSON.parse(body));
  expect(edition).toMatchObject({ language: 'vi', title: page.title, isOriginal: true });
  expect(edition.editions.map(({ language }) => language).toSorted()).toEqual(['en', 'km']);
  expect(edition.html.length).toBeGreaterThan(100);
  expect(headers['access-control-allow-origin']).toBe('*');
  const again = await site.get(path, { 'if-none-match': String(headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

it('says why a text is gone, and keeps nothing of it', async () => {
  const { statusCode, body } = await site.get(`/api/v1/articles/${site.stories.withdrawn.id}`);
  expect(statusCode).toBe(410);
  expect(JSON.parse(body)).toMatchObject({ status: 410, reason });
  expect(body).not.toContain('html');
});

it.each([
  ['', 'language'],
  ['language=fr', 'language'],
  ['language=vi&limit=0', 'limit'],
  ['language=vi&limit=1000', 'limit'],
  ['language=vi&before=x', 'before'],
  ["language=vi&section=a&section=b'", 'section'],
])('names what is wrong with “%s”', async (query, parameter) => {
  const { statusCode, body } = await site.get(`/api/v1/articles?${query}`);
  expect(statusCode).toBe(400);
  expect(JSON.parse(body)).toMatchObject({ wrong: [{ parameter }] });
});

it.each(['x', '00000000-0000-4000-8000-000000000000', '%00'])('has no text %s', async (id) => {
  expect((await site.get(`/api/v1/articles/${id}`)).statusCode).toBe(404);
});
