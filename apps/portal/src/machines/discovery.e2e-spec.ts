import { z } from 'zod';
import { languages } from '@desk/languages';
import { crawl, ORIGIN, type CrawledPage } from '../../../../test/support/crawl.js';
import { PublicSite } from '../../../../test/support/public-site.js';

let site: PublicSite;
let pages: Map<string, CrawledPage>;
/** Pages that search engines keep. */
let kept: CrawledPage[];

beforeAll(async () => {
  site = await PublicSite.open();
  pages = await crawl(site, ['/', ...languages.map((language) => `/${language}/`)]);
  kept = [...pages.values()].filter(({ canonical }) => canonical !== undefined);
}, 180_000);
afterAll(() => site.close());

const locs = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc.replaceAll('&amp;', '&'));

describe('a robot that follows every link of the site', () => {
  it('finds a page behind each, but where the page says that there is none yet, or no more', () => {
    const broken = [...pages.values()].filter(
      ({ status, noindex }) => status >= 400 && !(noindex && [404, 410].includes(status)),
    );
    expect(broken.map(({ path, status }) => [path, status])).toEqual([]);
    expect(kept.length).toBeGreaterThan(70);
  });

  it('sees one canonical address for each page, its own', () => {
    for (const { path, canonical, status, lang } of kept) {
      expect([path, status]).toEqual([path, 200]);
      expect(decodeURI(canonical ?? '')).toBe(decodeURI(ORIGIN + path));
      expect(path.startsWith(`/${lang ?? ''}/`)).toBe(true);
    }
  });

  it('is told of other languages by each page as by those pages themselves', () => {
    const byAddress = new Map(kept.map((page) => [page.canonical ?? '', page]));
    let told = 0;
    for (const page of kept) {
      for (const [hreflang, href] of page.alternates) {
        if (hreflang === 'x-default') continue;
        const other = byAddress.get(href);
        expect({ from: page.path, to: href, there: other !== undefined }).toMatchObject({
          there: true,
        });
        expect(other?.lang).toBe(hreflang);
        expect(Object.fromEntries(other?.alternates ?? [])).toEqual(
          Object.fromEntries(page.alternates),
        );
        told += 1;
      }
      if (page.alternates.size > 0) {
        expect(page.alternates.get(page.lang ?? '')).toBe(page.canonical);
        expect(page.alternates.has('x-default')).toBe(true);
      }
    }
    expect(told).toBeGreaterThan(150);
  });

  it('finds in the maps of the site what it found itself, with the same languages', async () => {
    const index = await site.get('/sitemap.xml');
    expect(index.headers['content-type']).toBe('application/xml; charset=utf-8');
    const mapped = new Map<string, Record<string, string>>();
    for (const map of locs(index.body)) {
      const { statusCode, body } = await site.get(map.slice(ORIGIN.length));
      expect([map, statusCode]).toEqual([map, 200]);
      for (const [, url = ''] of body.matchAll(/<url>(.*?)<\/url>/g)) {
        const alternates = [...url.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)];
        mapped.set(
          locs(url)[0] ?? '',
          Object.fromEntries(alternates.map(([, language = '', href = '']) => [language, href])),
        );
      }
    }
    const found = kept.filter(({ path }) => !/\/archive\/./.test(path));
    expect([...mapped.keys()].toSorted()).toEqual(
      found.map(({ canonical }) => canonical ?? '').toSorted(),
    );
    for (const { canonical = '', alternates } of found) {
      expect([canonical, mapped.get(canonical)]).toEqual([
        canonical,
        Object.fromEntries(alternates),
      ]);
    }
  });
});

describe('what a page tells machines of its story', () => {
  const work = z.object({
    '@type': z.literal('NewsArticle'),
    '@id': z.url(),
    inLanguage: z.string(),
  });
  const newsArticle = z.object({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('NewsArticle'),
    '@id': z.url(),
    headline: z.string().min(1),
    image: z.array(z.url()).min(1),
    datePublished: z.iso.datetime(),
    dateModified: z.iso.datetime(),
    inLanguage: z.enum(['vi', 'en', 'km']),
    author: z.object({ '@type': z.string(), name: z.string() }),
    publisher: z.object({
      '@type': z.literal('Organization'),
      name: z.string(),
      logo: z.unknown(),
    }),
    translationOfWork: work.optional(),
    workTranslation: z.array(work).optional(),
    translator: z.array(z.object({ name: z.string() })).optional(),
  });
  const said = async (path: string) => {
    const page = pages.get(path);
    return newsArticle.parse(page?.jsonLd[0]);
  };

  it('is a NewsArticle with what search engines ask for, on every article of the site', async () => {
    let articles = 0;
    for (const language of languages) {
      for (const path of await site.readableIn(language)) {
        expect((await said(path))['@id']).toBe(ORIGIN + path);
        articles += 1;
      }
    }
    expect(articles).toBeGreaterThan(60);
  });

  it('names translations on the original, and the original and translators on translations', async () => {
    const [vi = '', en = '', km = ''] = await Promise.all(
      (['vi', 'en', 'km'] as const).map((one) => site.address(site.stories.whole, one)),
    );
    const source = await said(vi);
    expect(source.workTranslation?.map((one) => one['@id']).toSorted()).toEqual(
      [ORIGIN + en, ORIGIN + km].toSorted(),
    );
    expect(source.translationOfWork).toBeUndefined();
    const translation = await said(km);
    expect(translation.translationOfWork).toMatchObject({ '@id': ORIGIN + vi, inLanguage: 'vi' });
    expect(translation.translator?.map(({ name }) => name)).toEqual(['Sơn Thị Sa Rây']);
  });

  it('is shown on cards of other sites with title, text, language and picture', async () => {
    for (const language of languages) {
      const path = await site.address(site.stories.whole, language);
      const { title } = await site.published(site.stories.whole, language);
      const card = pages.get(path)?.openGraph;
      expect(card?.get('og:title')).toBe(title);
      expect(card?.get('og:locale')).toMatch(new RegExp(`^${language}_`));
      expect(card?.get('og:url')).toBe(ORIGIN + path);
      expect(card?.get('og:image')).toMatch(new RegExp(`^${ORIGIN}/`));
      expect(card?.get('og:image:alt')).toBe(title);
    }
  });
});

describe('maps of the site', () => {
  it('are told of in robots.txt, which keeps robots from endless searches only', async () => {
    const { body, headers } = await site.get('/robots.txt');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
    const closed = [...body.matchAll(/Disallow: (.*)/g)].map(([, path = '']) => path);
    expect(closed).toEqual(['/vi/search', '/en/search', '/km/search']);
    const hidden = kept.filter(({ path }) => closed.some((one) => path.startsWith(one)));
    expect(hidden).toEqual([]);
  });

  it('of news have those of two days, and none of what was withdrawn or is older', async () => {
    const before = locs((await site.get('/sitemaps/news.xml')).body);
    const { whole, withdrawn } = site.stories;
    expect(before).toContain(ORIGIN + (await site.address(whole, 'km')));
    expect(before).not.toContain(ORIGIN + (await site.address(withdrawn, 'vi')));
    site.newsroom.clock.advance(72 * 3_600_000);
    expect(locs((await site.get('/sitemaps/news.xml')).body)).toEqual([]);
  });

  it.each([
    '/sitemaps/2019-13.xml',
    '/sitemaps/1999-01.xml',
    '/sitemaps/2020-05-part-2.xml',
    '/sitemaps/..%2fx.xml',
    '/sitemaps/x',
  ])('%s is none', async (path) => {
    expect((await site.get(path)).statusCode).toBe(404);
  });
});

describe('the archive', () => {
  it.each(languages)(
    'in %s leads by months and days to every article of the lists',
    async (language) => {
      const reached = new Set<string>();
      const months = pages.get(`/${language}/archive/`)?.links ?? [];
      for (const month of months.filter((link) => /archive\/\d{4}-\d\d$/.test(link))) {
        for (const day of pages.get(month)?.links.filter((link) => /-\d\d-\d\d$/.test(link)) ??
          []) {
          for (const link of pages.get(day)?.links ?? []) reached.add(link);
        }
      }
      for (const path of await site.readableIn(language)) expect(reached).toContain(path);
    },
  );

  it.each([
    '/vi/archive/2020-13',
    '/vi/archive/2020-02-31',
    '/vi/archive/1987-01',
    '/vi/archive/x',
    '/xx/archive/',
  ])('%s is no part of it', async (path) => {
    expect((await site.get(path)).statusCode).toBe(404);
  });
});
