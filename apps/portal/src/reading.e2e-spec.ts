import { z } from 'zod';
import type { Edition } from '@desk/articles';
import { languages, translate, type Language } from '@desk/languages';
import { reason } from '../../../test/support/publishing-scenes.js';
import { PublicSite } from '../../../test/support/public-site.js';

let site: PublicSite;

beforeAll(async () => {
  site = await PublicSite.open();
}, 120_000);
afterAll(() => site.close());

const says = (language: Language, key: string, params = {}): string =>
  translate(language, `portal:${key}`, params);
const pageOf = async (edition: Edition, language: Language) =>
  site.get(await site.address(edition, language));
/** What stands in a page between its tags. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const alternates = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g)].map(
      ([, language = '', href = '']) => [language, href],
    ),
  );
const addressesIn = (html: string): string[] =>
  [...html.matchAll(/class="news-title"><a href="([^"]+)"/g)].map(([, address = '']) => address);
const canonical = (html: string): string =>
  /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';
const jsonLd = (html: string): Record<string, unknown> => {
  const [, json = '{}'] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
  return z.record(z.string(), z.unknown()).parse(JSON.parse(json));
};
const origin = 'https://huunghi.example';

describe.each(languages)('in %s', (language) => {
  it('the front page shows the newest first, then section by section', async () => {
    const { statusCode, body, headers } = await site.get(`/${language}/`);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain(`<html lang="${language}"`);
    expect(canonical(body)).toBe(`${origin}/${language}/`);
    expect(Object.keys(alternates(body)).toSorted()).toEqual(['en', 'km', 'vi', 'x-default']);
    const { title } = await site.published(site.stories.whole, language);
    expect(textOf(body)).toContain(title);
    expect(body.match(/<section class="block"/g)).toHaveLength(3);
    expect(body).toContain('rel="next"');
  });

  it('all its news can be read page by page, newest first, without a gap', async () => {
    const seen: string[] = [];
    let next: string | undefined = `/${language}/?before=9999999999999.${site.stories.whole.id}`;
    while (next !== undefined) {
      const { statusCode, body }: { statusCode: number; body: string } = await site.get(next);
      expect(statusCode).toBe(200);
      seen.push(...addressesIn(body));
      next = /rel="next" href="([^"]+)"/.exec(body)?.[1];
    }
    expect(seen).toEqual(await site.readableIn(language));
    expect(seen.length).toBeGreaterThan(20);
  });

  it('a section lists what is in it, and nothing else', async () => {
    const { body } = await site.get(`/${language}/van-hoa/`);
    const all = await site.readableIn(language);
    expect(addressesIn(body)).toEqual(all.filter((one) => one.includes('/van-hoa/')));
    expect(body).toContain(`href="/${language}/van-hoa/" aria-current="page"`);
  });

  it('an article is whole: who wrote it, who translated it, when, in which other languages', async () => {
    const { whole } = site.stories;
    const page = await site.published(whole, language);
    const { statusCode, body, headers } = await pageOf(whole, language);
    expect(statusCode).toBe(200);
    const text = textOf(body);
    expect(text).toContain(page.title);
    expect(text).toContain('THT');
    expect(headers['last-modified']).toBe(page.published_at.toUTCString());
    const own = `${origin}${await site.address(whole, language)}`;
    expect(canonical(body)).toBe(own);
    const editions = await Promise.all(
      languages.map(async (one) => [one, `${origin}${await site.address(whole, one)}`] as const),
    );
    const vietnamese = `${origin}${await site.address(whole, 'vi')}`;
    expect(alternates(body)).toEqual({ ...Object.fromEntries(editions), 'x-default': vietnamese });
    if (language !== 'vi') {
      expect(text).toContain(says(language, 'article.translated_by', { names: 'Sơn Thị Sa Rây' }));
      expect(text).toContain(says(language, 'article.original', { language: '' }).trim());
    }
  });

  it('an article tells machines what it is', async () => {
    const { whole } = site.stories;
    const page = await site.published(whole, language);
    expect(jsonLd((await pageOf(whole, language)).body)).toMatchObject({
      '@type': 'NewsArticle',
      headline: page.title,
      inLanguage: language,
      url: `${origin}${await site.address(whole, language)}`,
      datePublished: page.first_published_at.toISOString(),
      dateModified: page.published_at.toISOString(),
      ...(language === 'vi'
        ? { workTranslation: [{ inLanguage: 'en' }, { inLanguage: 'km' }] }
        : {
            translationOfWork: { inLanguage: 'vi' },
            translator: [{ name: 'Sơn Thị Sa Rây' }],
          }),
    });
  });

  it('every text of the page is in its language', async () => {
    const { body } = await pageOf(site.stories.lonely, 'vi');
    expect(body).not.toMatch(/portal:|\{\{|undefined|\[object/);
    for (const path of [
      `/${language}/`,
      `/${language}/tin-trong-tinh/`,
      `/${language}/khong-co/`,
    ]) {
      expect((await site.get(path)).body).not.toMatch(/portal:|\{\{|>undefined|\[object/);
    }
  });

  it('says that there is no such page', async () => {
    for (const path of ['khong-co', 'tin-trong-tinh/khong-co-bai-nay', 'tin-trong-tinh/a/b/c']) {
      const { statusCode, body } = await site.get(`/${language}/${path}`);
      expect(statusCode).toBe(404);
      expect(body).toContain(`<html lang="${language}"`);
      expect(textOf(body)).toContain(says(language, 'missing.title'));
      expect(body).toContain('<meta name="robots" content="noindex"');
    }
  });

  it('says in the masthead which editions there are not yet', async () => {
    const { body } = await pageOf(site.stories.lonely, 'vi');
    expect(textOf(body).split(says('vi', 'switch.not_yet_short'))).toHaveLength(3);
    expect(Object.keys(alternates(body)).toSorted()).toEqual(['vi', 'x-default']);
  });
});

describe('an address', () => {
  it('without a language leads to the one that the reader’s browser asks for', async () => {
    for (const [asks, to] of [
      ['km', '/km/'],
      ['en-GB,en;q=0.8', '/en/'],
      ['fr', '/vi/'],
    ]) {
      const answer = await site.get('/', { 'accept-language': asks ?? '' });
      expect(answer.statusCode).toBe(302);
      expect(answer.headers.location).toBe(to);
      expect(answer.headers.vary).toContain('accept-language');
    }
    const own = await site.get('/km/', { 'accept-language': 'en' });
    expect(own.body).toContain('<html lang="km"');
  });

  it('has one way to be written; the others lead there for good', async () => {
    const address = await site.address(site.stories.whole, 'vi');
    const [, language, section, slug] = address.split('/');
    for (const other of [
      `/${language}/sai-chuyen-muc/${slug}`,
      `${address}/`,
      `/${language}/${section}/${encodeURIComponent((slug ?? '') + '\u200b')}`,
    ]) {
      const answer = await site.get(other);
      expect([other, answer.statusCode, answer.headers.location]).toEqual([other, 301, address]);
    }
    expect((await site.get('/vi')).headers.location).toBe('/vi/');
    expect((await site.get('/vi/tin-trong-tinh')).headers.location).toBe('/vi/tin-trong-tinh/');
  });

  it('in Khmer script is found however it is encoded, composed or with unseen letters', async () => {
    const address = await site.address(site.stories.whole, 'km');
    const slug = decodeURIComponent(address.split('/')[3] ?? '');
    expect(slug).toMatch(/[\u1780-\u17ff]/);
    expect((await site.get(address)).statusCode).toBe(200);
    expect(
      (await site.get(address.replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()))).statusCode,
    ).toBe(200);
    const parted = [...slug].join('\u200b');
    const answer = await site.get(`/km/tin-trong-tinh/${encodeURIComponent(parted)}`);
    expect([answer.statusCode, answer.headers.location]).toEqual([301, address]);
  });

  it('that was given up leads to the new one', async () => {
    const { newsroom, scenes } = site;
    const [edition] = await newsroom.approved(scenes.asReady, ['vi'], undefined);
    if (!edition) throw new Error('no edition');
    await scenes.act(edition, 'publish');
    const old = await site.address(edition, 'vi');
    await site.moved(edition, 'ten-moi-cua-bai');
    const now = await site.address(edition, 'vi');
    expect(now).toBe('/vi/tin-trong-tinh/ten-moi-cua-bai');
    const answer = await site.get(old);
    expect([answer.statusCode, answer.headers.location]).toEqual([301, now]);
    await scenes.act(edition, 'archive');
  });

  it('in another language than the story has says so and shows where it can be read', async () => {
    const address = await site.address(site.stories.lonely, 'vi');
    const { statusCode, body } = await site.get(address.replace('/vi/', '/km/'));
    expect(statusCode).toBe(404);
    expect(body).toContain('<html lang="km"');
    expect(textOf(body)).toContain(says('km', 'not_yet.title'));
    expect(body).toContain(`href="${address}"`);
    expect(body).toContain('noindex');
  });

  it('of one language under another leads to the edition of that language', async () => {
    const { whole } = site.stories;
    const vietnamese = await site.address(whole, 'vi');
    const answer = await site.get(vietnamese.replace('/vi/', '/en/'));
    expect([answer.statusCode, answer.headers.location]).toEqual([
      302,
      await site.address(whole, 'en'),
    ]);
  });
});

describe('a text that changed after it was public', () => {
  it('says what was corrected, in its own language', async () => {
    const { whole } = site.stories;
    for (const [language, note] of [
      ['en', 'The number of people who came was corrected.'],
      ['km', 'បានកែតម្រូវចំនួនអ្នកចូលរួម។'],
    ] as const) {
      const { body } = await pageOf(whole, language);
      expect(textOf(body)).toContain(says(language, 'article.corrections'));
      expect(textOf(body)).toContain(note);
      expect(jsonLd(body)).toMatchObject({ correction: [{ text: note }] });
    }
    expect((await pageOf(whole, 'vi')).body).not.toContain('id="corrections"');
  });

  it('guarantee J: its translations say that they are being updated, until they are', async () => {
    const { overtaken, whole } = site.stories;
    for (const language of ['en', 'km'] as const) {
      const sign = says(language, 'article.being_updated');
      expect(textOf((await pageOf(overtaken, language)).body)).toContain(sign);
      expect(textOf((await pageOf(whole, language)).body)).not.toContain(sign);
    }
    const source = await pageOf(overtaken, 'vi');
    expect(textOf(source.body)).toContain('(đã đính chính)');
    expect(textOf(source.body)).not.toContain(says('vi', 'article.being_updated'));
  });

  it('guarantee I: withdrawn, answers 410 with the reason; the other editions stay', async () => {
    const { withdrawn } = site.stories;
    const { statusCode, body } = await pageOf(withdrawn, 'vi');
    expect(statusCode).toBe(410);
    expect(textOf(body)).toContain(says('vi', 'withdrawn.title'));
    expect(textOf(body)).toContain(reason.vi);
    expect(body).toContain('noindex');
    expect(body).not.toContain('class="story-text"');
    expect(await site.published(withdrawn, 'vi')).toMatchObject({ title: '', html: '' });
    for (const language of ['en', 'km'] as const) {
      const other = await pageOf(withdrawn, language);
      expect(other.statusCode).toBe(200);
      expect(Object.keys(alternates(other.body))).not.toContain('vi');
      expect(body).toContain(`href="${await site.address(withdrawn, language)}"`);
    }
    expect((await site.get('/vi/')).body).not.toContain(await site.address(withdrawn, 'vi'));
  });

  it('archived, can be read at its address, says so, and is in no list', async () => {
    const { archived } = site.stories;
    const address = await site.address(archived, 'vi');
    const { statusCode, body } = await site.get(address);
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain(says('vi', 'article.archived'));
    expect(await site.readableIn('vi')).not.toContain(address);
    const [, language, section] = address.split('/');
    for (const list of [`/${language}/`, `/${language}/${section}/`]) {
      expect((await site.get(list)).body).not.toContain(address);
    }
  });
});
