import type { Feed } from './feed.js';

/** The feed by JSON Feed 1.1; editions in other languages stand in our extension `_editions`. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.self('json'),
    language: feed.language,
    icon: feed.icon,
    authors: [{ name: feed.organisation }],
    _editions: feed.translations.map(({ language, self }) => ({ language, url: self('json') })),
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      ...(item.summary !== '' && { summary: item.summary }),
      content_html: item.html,
      date_published: item.publishedAt.toISOString(),
      date_modified: item.updatedAt.toISOString(),
      authors: item.authors.map((name) => ({ name })),
      tags: [item.section],
      language: feed.language,
      _translators: item.translators.map((name) => ({ name })),
      _editions: item.translations,
    })),
  });
}
