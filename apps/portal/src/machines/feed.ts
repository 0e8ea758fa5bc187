import type { Language } from '@desk/languages';

/** The forms in which a feed is offered, by the end of its address. */
export const feedForms = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const;
export type FeedForm = keyof typeof feedForms;

/** A page in another language. */
export interface FeedTranslation {
  readonly language: Language;
  readonly url: string;
  readonly title: string;
}

export interface FeedItem {
  /** Never changes, whatever address the page gets. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** All of the text, its addresses whole. */
  readonly html: string;
  readonly authors: readonly string[];
  readonly translators: readonly string[];
  readonly section: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly translations: readonly FeedTranslation[];
}

/** The newest news of a language, of one section or all; what every form of feed says. */
export interface Feed {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly organisation: string;
  /** The page whose news these are. */
  readonly home: string;
  /** The address of the feed in a form. */
  readonly self: (form: FeedForm) => string;
  readonly icon: string;
  /** The same feed in the other languages. */
  readonly translations: readonly { language: Language; self: (form: FeedForm) => string }[];
  readonly updatedAt: Date;
  readonly items: readonly FeedItem[];
}
