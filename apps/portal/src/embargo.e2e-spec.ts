import type { Edition } from '@desk/articles';
import { languages, type Language } from '@desk/languages';
import { dueReleases } from '@desk/publishing';
import { PublicSite } from '../../../test/support/public-site.js';
import { reason } from '../../../test/support/publishing-scenes.js';

let site: PublicSite;
beforeAll(async () => {
  site = await PublicSite.open();
}, 120_000);
afterAll(() => site.close());

/** Words that no other story of the site has. */
const secret: Record<Language, string> = {
  vi: 'Khánh thành cầu Nhơn Mỹ',
  en: 'Inauguration of the Zornbridge',
  km: 'សម្ពោធស្ពានហ្សូនប្រ៊ីច',
};
const section = 'tin-trong-tinh';

/** Everything of the portal that could tell of a story in a language: what it is, and where. */
async function surfaces(language: Language, edition: Edition): Promise<Record<string, string>> {
  const day = '2020-06-01';
  const asked = encodeURIComponent(secret[language]);
  const beside = await site.address(site.stories.lonely, 'vi');
  const known = await site.scenes.pages(edition.articleId);
  const slug = known.find((page) => page.language === language)?.slug ?? slugs[language];
  return {
    front: `/${language}/`,
    section: `/${language}/${section}/`,
    // A list from a place that lies after it.
    list: `/${language}/?before=4000000000000.00000000-0000-4000-8000-000000000000`,
    page: `/${language}/${section}/${encodeURIComponent(slug)}`,
    ...(language === 'vi' && { related: beside }),
    search: `/${language}/search?in=all&q=${asked}`,
    searchNewest: `/${language}/search?order=newest&section=${section}&q=${encodeURIComponent(secret[language].slice(0, 10))}`,
    archive: `/${language}/archive/${day}`,
    // Nothing else became public on this day: the month only tells of it with the story.
    month: `/${language}/archive/2020-06`,
    atom: `/${language}/feed.atom`,
    rss: `/${language}/feed.rss`,
    json: `/${language}/feed.json`,
    sectionAtom: `/${language}/${section}/feed.atom`,
    sectionRss: `/${language}/${section}/feed.rss`,
    sectionJson: `/${language}/${section}/feed.json`,
    sitemap: '/sitemaps/2020-06.xml',
    news: '/sitemaps/news.xml',
    api: `/api/v1/articles?language=${language}`,
    sectionApi: `/api/v1/articles?language=${language}&section=${section}`,
    apiText: `/api/v1/articles/${edition.id}`,
    card: `/cards/${edition.id}-00000000.png`,
  };
}
/** The addresses that the editions will have. */
const slugs: Record<Language, string> = {
  vi: 'khanh-thanh-cau-nhon-my',
  en: 'inauguration-of-the-zornbridge',
  km: 'សម្ពោធស្ពានហ្សូនប្រ៊ីច',
};

/** Which of the surfaces show the story: its words or its address; of a picture, that it is there. */
async function telling(language: Language, edition: Edition): Promise<string[]> {
  const all = Object.entries(await surfaces(language, edition));
  const seen = await Promise.all(
    all.map(async ([name, path]) => {
      const { statusCode, body } = await site.get(path);
      if (statusCode === 410) return [];
      if (name === 'card') return statusCode === 200 ? [name] : [];
      if (name === 'month') return body.includes('archive/2020-06-01') ? [name] : [];
      // What a reader typed stands in the page of the search itself.
      const told = name.startsWith('search') ? body.slice(body.indexOf('id="found"')) : body;
      const words = told.replace(/<\/?mark>/g, '');
      const tells =
        words.includes(secret[language]) || words.includes(encodeURIComponent(slugs[language]));
      return tells ? [name] : [];
    }),
  );
  return seen.flat();
}

it('a story under embargo is on no surface before its time, on all of them after, and on none when withdrawn', async () => {
  const { newsroom, scenes } = site;
  const wait = new Date('2020-06-01T02:00:00Z').getTime() - newsroom.clock.now().getTime();
  newsroom.clock.advance(wait);
  const told = (language: Language) => ({ title: secret[language], summary: secret[language] });
  const editions = await newsroom.approved(scenes.asReady, languages, {
    vi: told('vi'),
    en: told('en'),
    km: told('km'),
  });
  for (const edition of editions) {
    await scenes.act(edition, 'schedule', { publishAt: scenes.inMinutes(60) });
  }
  const everywhere = async (): Promise<Record<string, string[]>> =>
    Object.fromEntries(
      await Promise.all(
        editions.map(async (edition) => [
          edition.language,
          await telling(edition.language, edition),
        ]),
      ),
    );
  const nowhere = { vi: [], en: [], km: [] };

  expect(await everywhere()).toEqual(nowhere);
  newsroom.clock.advance(59 * 60_000);
  expect(await everywhere()).toEqual(nowhere);

  newsroom.clock.advance(60_000);
  for (const id of await dueReleases(newsroom.sql, newsroom.clock.now())) {
    expect(await newsroom.dueReleases.publish(id)).toBe('published');
  }
  for (const edition of editions) {
    const all = Object.keys(await surfaces(edition.language, edition));
    expect({ [edition.language]: await telling(edition.language, edition) }).toEqual({
      [edition.language]: all,
    });
  }

  for (const edition of editions) await scenes.act(edition, 'withdraw', { reason });
  expect(await everywhere()).toEqual(nowhere);
});
