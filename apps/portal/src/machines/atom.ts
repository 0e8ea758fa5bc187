import type { Feed, FeedItem } from './feed.js';
import { el, xmlDocument, type Xml } from './xml.js';

/** The feed by RFC 4287. */
export function atom(feed: Feed): string {
  const links = [
    el('link', { rel: 'self', type: 'application/atom+xml', href: feed.self('atom') }),
    el('link', { rel: 'alternate', type: 'text/html', hreflang: feed.language, href: feed.home }),
    ...feed.translations.map(({ language, self }) =>
      el('link', {
        rel: 'related',
        type: 'application/atom+xml',
        hreflang: language,
        href: self('atom'),
      }),
    ),
  ];
  return xmlDocument(
    el(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      el('id', {}, feed.self('atom')),
      el('title', {}, feed.title),
      el('subtitle', {}, feed.description),
      el('updated', {}, feed.updatedAt.toISOString()),
      el('author', {}, el('name', {}, feed.organisation)),
      el('icon', {}, feed.icon),
      ...links,
      ...feed.items.map((item) => entry(item, feed)),
    ),
  );
}

function entry(item: FeedItem, feed: Feed): Xml {
  return el(
    'entry',
    {},
    el('id', {}, item.id),
    el('title', {}, item.title),
    el('link', { rel: 'alternate', type: 'text/html', hreflang: feed.language, href: item.url }),
    ...item.translations.map(({ language, url, title }) =>
      el('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: url, title }),
    ),
    el('published', {}, item.publishedAt.toISOString()),
    el('updated', {}, item.updatedAt.toISOString()),
    ...item.authors.map((name) => el('author', {}, el('name', {}, name))),
    ...item.translators.map((name) => el('contributor', {}, el('name', {}, name))),
    el('category', { term: item.section }),
    item.summary !== '' && el('summary', {}, item.summary),
    el('content', { type: 'html' }, item.html),
  );
}
