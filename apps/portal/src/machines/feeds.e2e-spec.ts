import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { languages } from '@desk/languages';
import { ORIGIN } from '../../../../test/support/crawl.js';
import { PublicSite } from '../../../../test/support/public-site.js';

let site: PublicSite;
beforeAll(async () => {
  site = await PublicSite.open();
}, 120_000);
afterAll(() => site.close());

const feed = async (path: string, type: string): Promise<string> => {
  const { statusCode, headers, body } = await site.get(path);
  expect([statusCode, headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
  return body;
};
const whole = (paths: readonly string[]): string[] => paths.map((path) => ORIGIN + path);

describe.each(languages)('the feeds in %s', (language) => {
  const other = new RssParser({ customFields: { item: ['content:encoded'] } });

  it('have the newest news, the same in every form, for two readers of feeds', async () => {
    const readable = whole(await site.readableIn(language)).slice(0, 30);
    const atomText = await feed(`/${language}/feed.atom`, 'application/atom+xml');
    const rssText = await feed(`/${language}/feed.rss`, 'application/rss+xml');
    const jsonText = await feed(`/${language}/feed.json`, 'application/feed+json');
    const atom = parseAtomFeed(atomText);
    const rss = parseRssFeed(rssText);
    const json = parseJsonFeed(JSON.parse(jsonText));
    const own = (links: readonly { hreflang?: string; href?: string }[] = []) =>
      links.find(({ hreflang }) => hreflang === language)?.href;
    expect(atom.entries?.map(({ links }) => own(links))).toEqual(readable);
    expect(rss.items?.map(({ link }) => link)).toEqual(readable);
    expect(json.items?.map(({ url }) => url)).toEqual(readable);
    for (const text of [atomText, rssText]) {
      const read = await other.parseString(text);
      expect(read.items.map(({ link }) => link)).toEqual(readable);
      expect(read.items.every(({ title, isoDate }) => title && isoDate)).toBe(true);
    }
    expect(atom.title?.value).toBe(rss.title);
    expect(json).toMatchObject({
      title: rss.title,
      language,
    });
    expect(jsonText).toContain('"version":"https://jsonfeed.org/version/1.1"');
    expect(rss.language).toBe(language);
    const times = json.items?.map(({ date_published }) => date_published?.toString());
    expect(atom.entries?.map(({ published }) => published)).toEqual(times);
  });

  it('have the whole text, whose addresses lead to the portal from anywhere', async () => {
    const address = ORIGIN + (await site.address(site.stories.full, language));
    const json = parseJsonFeed(
      JSON.parse(await feed(`/${language}/feed.json`, 'application/feed+json')),
    );
    const rss = parseRssFeed(await feed(`/${language}/feed.rss`, 'application/rss+xml'));
    const inJson = json.items?.find(({ url }) => url === address)?.content_html ?? '';
    const inRss = rss.items?.find(({ link }) => link === address)?.content?.encoded;
    expect(inRss).toBe(inJson);
    const page = await site.published(site.stories.full, language);
    const text = (html: string): string => html.replace(/<[^>]*>|\s|&\w+;/g, '');
    expect(text(inJson)).toBe(text(page.html));
    expect(inJson).toContain(`href="${address}#fn-1"`);
    for (const [, link = ''] of inJson.matchAll(/(?:href|src)="([^"]*)"/g)) {
      expect(link).toMatch(/^(https?|mailto|tel):/);
    }
  });

  it('name the editions in other languages', async () => {
    const { whole: story } = site.stories;
    const address = ORIGIN + (await site.address(story, language));
    const others = languages.filter((one) => one !== language);
    const addresses = await Promise.all(others.map((one) => site.address(story, one)));
    const atom = parseAtomFeed(await feed(`/${language}/feed.atom`, 'application/atom+xml'));
    const entry = atom.entries?.find(({ links }) => links?.some(({ href }) => href === address));
    expect(entry?.links?.map(({ hreflang }) => hreflang).toSorted()).toEqual(languages.toSorted());
    expect(entry?.links?.map(({ href }) => href)).toEqual(
      expect.arrayContaining([address, ...whole(addresses)]),
    );
    const json = await feed(`/${language}/feed.json`, 'application/feed+json');
    for (const path of addresses) expect(json).toContain(ORIGIN + path);
  });

  it('of a section have its news alone, and are told of on its page', async () => {
    const { body } = await site.get(`/${language}/van-hoa/`);
    expect(body).toContain(`href="/${language}/van-hoa/feed.atom"`);
    const atom = parseAtomFeed(
      await feed(`/${language}/van-hoa/feed.atom`, 'application/atom+xml'),
    );
    const all = await site.readableIn(language);
    const ofSection = all.filter((path) => path.startsWith(`/${language}/van-hoa/`));
    expect(atom.entries).toHaveLength(ofSection.length);
    expect(ofSection.length).toBeGreaterThan(0);
  });
});

it('an empty section has an empty feed that readers of feeds can read', async () => {
  await site.newsroom.section('chua-co-tin');
  const published = await site.get('/vi/chua-co-tin/feed.atom');
  if (published.statusCode === 200) expect(parseAtomFeed(published.body).entries ?? []).toEqual([]);
  else expect(published.statusCode).toBe(404);
});

it('a reader of feeds asks again and hears that nothing changed', async () => {
  const { headers } = await site.get('/vi/feed.atom');
  const again = await site.get('/vi/feed.atom', { 'if-none-match': String(headers.etag) });
  expect(again.statusCode).toBe(304);
});

it.each(['/xx/feed.atom', '/vi/khong-co/feed.rss', '/vi/feed.xml', '/vi/van-hoa/feed.yaml'])(
  '%s is no feed',
  async (path) => {
    expect((await site.get(path)).statusCode).toBe(404);
  },
);

it('a title may say anything', async () => {
  const strange = 'A & B < C > "D" ]]> \u{1F600} ខ្មែរ';
  const [vi] = await site.newsroom.approved(site.scenes.asReady, ['vi'], {
    vi: strange,
    en: '',
    km: '',
  });
  if (!vi) throw new Error('no edition');
  await site.scenes.act(vi, 'publish');
  const atom = parseAtomFeed((await site.get('/vi/feed.atom')).body);
  const rss = parseRssFeed((await site.get('/vi/feed.rss')).body);
  expect([atom.entries?.[0]?.title?.value, rss.items?.[0]?.title]).toEqual([strange, strange]);
});
