import { languages, translate, type Language } from '@desk/languages';
import { PublicSite } from '../../../../test/support/public-site.js';

let site: PublicSite;
beforeAll(async () => {
  site = await PublicSite.open();
}, 120_000);
afterAll(() => site.close());

const search = async (language: Language, asked: Record<string, string>) => {
  const { statusCode, body } = await site.get(
    `/${language}/search?${new URLSearchParams(asked).toString()}`,
  );
  expect(statusCode).toBe(200);
  return body;
};
const links = (body: string): string[] =>
  [...body.matchAll(/<h2 class="news-title"><a href="([^"]+)"/g)].map(([, to = '']) => to);

it.each(languages)('%s: every page leads to the search in its language', async (language) => {
  const { body } = await site.get(`/${language}/`);
  expect(body).toContain(`action="/${language}/search"`);
  const empty = await search(language, {});
  expect(empty).toContain(translate(language, 'portal:search.hint'));
  expect(empty).toContain('<meta name="robots" content="noindex"');
  expect(links(empty)).toEqual([]);
  expect(empty).not.toContain(translate(language, 'portal:search.none'));
});

it.each(languages)('%s: a story is found by the words of its title, marked', async (language) => {
  const page = await site.published(site.stories.lonely, 'vi');
  const whole = await site.published(site.stories.whole, language);
  expect(page.title).not.toBe(whole.title);
  const body = await search(language, { q: whole.title });
  expect(links(body)).toContain(await site.address(site.stories.whole, language));
  expect(body).toContain('<mark>');
});

it('says which other languages a result can be read in, and leads there', async () => {
  const { title } = await site.published(site.stories.whole, 'vi');
  const body = await search('vi', { q: `"${title}"` });
  for (const language of ['en', 'km'] as const) {
    expect(body).toContain(`href="${await site.address(site.stories.whole, language)}"`);
  }
});

it('leads to the same search in the other languages', async () => {
  const body = await search('vi', { q: 'triển lãm', section: 'van-hoa', page: '2' });
  expect(body).toContain('href="/en/search?q=tri%E1%BB%83n+l%C3%A3m&amp;section=van-hoa"');
});

it('finds in all languages when asked, each result in its own', async () => {
  const { title } = await site.published(site.stories.whole, 'km');
  expect(links(await search('vi', { q: title }))).toEqual([]);
  const body = await search('vi', { q: title, in: 'all' });
  expect(links(body)).toContain(await site.address(site.stories.whole, 'km'));
  expect(body).toContain('<article class="news" lang="km">');
});

it('keeps what was chosen in the form, and page by page', async () => {
  const chosen = { q: 'a', in: 'all', section: 'van-hoa', from: '2020-05-01', to: '2020-06-30' };
  const body = await search('en', chosen);
  expect(body).toMatch(/<option (selected )?value="van-hoa"( selected)?>/);
  expect(body).toContain('value="2020-05-01"');
  const all = await search('vi', { q: 'của', order: 'newest' });
  const more = /rel="next" href="([^"]+)"/.exec(all)?.[1]?.replaceAll('&amp;', '&');
  const { body: second } = await site.get(more ?? '/none');
  expect(links(second).length).toBeGreaterThan(0);
  expect(links(second).some((link) => links(all).includes(link))).toBe(false);
});

it('a day counts as a day in Viet Nam', async () => {
  const page = await site.published(site.stories.whole, 'vi');
  const day = new Date(page.first_published_at.getTime() + 7 * 3_600_000)
    .toISOString()
    .slice(0, 10);
  const address = await site.address(site.stories.whole, 'vi');
  const q = page.title;
  expect(links(await search('vi', { q, from: day, to: day }))).toContain(address);
  expect(links(await search('vi', { q, to: '2020-01-01' }))).toEqual([]);
  // The wrong way round is meant the other way round.
  expect(links(await search('vi', { q, from: '2099-01-01', to: '2020-01-01' }))).toContain(address);
});

it.each<Record<string, string>>([
  { q: 'hữu nghị', in: 'xx', section: 'khong-co', from: 'hôm qua', page: '-3', order: 'up' },
  { q: 'hữu nghị', page: '99999999999' },
  { q: '<script>alert(1)</script>' },
  { q: '"'.repeat(5_000) },
])('what makes no sense is passed over: %j', async (asked) => {
  const body = await search('vi', asked);
  expect(body).not.toContain('<script>alert');
  expect(body).toContain('role="status"');
});

it('nothing withdrawn or archived is found, nor anything that is not public', async () => {
  const { withdrawn, archived } = site.stories;
  const { title } = await site.published(archived, 'vi');
  expect(links(await search('vi', { q: title }))).not.toContain(await site.address(archived, 'vi'));
  const gone = await site.newsroom.edition(withdrawn.id);
  const body = await search('vi', { q: gone.title });
  expect(links(body)).not.toContain(await site.address(withdrawn, 'vi'));
  const [draft] = await site.newsroom.approved(site.scenes.asReady, ['vi'], {
    vi: 'Cuộc họp chưa công bố',
    en: '',
    km: '',
  });
  expect(draft?.title).toBe('Cuộc họp chưa công bố');
  expect(links(await search('vi', { q: 'cuộc họp chưa công bố' }))).toEqual([]);
});

it('there is no search in a language that is none', async () => {
  expect((await site.get('/xx/search?q=a')).statusCode).toBe(404);
});
