import type { Feed, FeedItem } from './feed.js';
import { el, xmlDocument, type Xml } from './xml.js';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** The feed as RSS 2.0. */
export function rss(feed: Feed): string {
  return xmlDocument(
    el(
      'rss',
      { version: '2.0', ...namespaces },
      el(
        'channel',
        {},
        el('title', {}, feed.title),
        el('link', {}, feed.home),
        el('description', {}, feed.description),
        el('language', {}, feed.language),
        el('lastBuildDate', {}, feed.updatedAt.toUTCString()),
        el('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self('rss') }),
        ...feed.items.map(itemOf),
      ),
    ),
  );
}

function itemOf(item: FeedItem): Xml {
  return el(
    'item',
    {},
    el('title', {}, item.title),
    el('link', {}, item.url),
    el('guid', { isPermaLink: 'false' }, item.id),
    el('pubDate', {}, item.publishedAt.toUTCString()),
    ...item.authors.map((name) => el('dc:creator', {}, name)),
    ...item.translators.map((name) => el('dc:contributor', {}, name)),
    el('category', {}, item.section),
    ...item.translations.map(({ language, url, title }) =>
      el('atom:link', {
        rel: 'alternate',
        type: 'text/html',
        hreflang: language,
        href: url,
        title,
      }),
    ),
    el('description', {}, item.summary === '' ? item.title : item.summary),
    el('content:encoded', {}, item.html),
  );
}
