import type { Language } from '@desk/languages';
import { el, xmlDocument, type Xml } from './xml.js';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** An address of the site with the addresses of the same thing in each language, itself included. */
export interface MappedUrl {
  readonly loc: string;
  readonly changedAt?: Date | undefined;
  readonly alternates: readonly { hreflang: Language | 'x-default'; href: string }[];
}

export function sitemap(urls: readonly MappedUrl[]): string {
  return xmlDocument(
    el(
      'urlset',
      { xmlns: SITEMAP, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      ...urls.map(({ loc, changedAt, alternates }) =>
        el(
          'url',
          {},
          el('loc', {}, loc),
          changedAt && el('lastmod', {}, changedAt.toISOString()),
          ...alternates.map(({ hreflang, href }) =>
            el('xhtml:link', { rel: 'alternate', hreflang, href }),
          ),
        ),
      ),
    ),
  );
}

export function sitemapIndex(maps: readonly { loc: string; changedAt?: Date }[]): string {
  return xmlDocument(
    el(
      'sitemapindex',
      { xmlns: SITEMAP },
      ...maps.map(({ loc, changedAt }) =>
        el(
          'sitemap',
          {},
          el('loc', {}, loc),
          changedAt && el('lastmod', {}, changedAt.toISOString()),
        ),
      ),
    ),
  );
}

export interface MappedNews {
  readonly loc: string;
  readonly publication: string;
  readonly language: Language;
  readonly title: string;
  readonly publishedAt: Date;
}

/** The news of the last two days, for programs that look for news only. */
export function newsSitemap(news: readonly MappedNews[]): string {
  const namespaces = {
    xmlns: SITEMAP,
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  };
  return xmlDocument(el('urlset', namespaces, ...news.map(newsUrl)));
}

function newsUrl({ loc, publication, language, title, publishedAt }: MappedNews): Xml {
  return el(
    'url',
    {},
    el('loc', {}, loc),
    el(
      'news:news',
      {},
      el(
        'news:publication',
        {},
        el('news:name', {}, publication),
        el('news:language', {}, language),
      ),
      el('news:publication_date', {}, publishedAt.toISOString()),
      el('news:title', {}, title),
    ),
  );
}
