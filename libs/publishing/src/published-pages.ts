/**
 * The door of the public read model, for the portal. What is behind it reads `public_*` and
 * nothing else, and imports only what the portal may.
 */
export {
  addressFor,
  elsewhere,
  publicEditions,
  publicEditionsOf,
  publishedEdition,
  publishedPage,
} from './published-page.queries.js';
export { archiveDays, archiveMonths, pagesOfDay } from './published-archive.queries.js';
export { cardPage, newestTexts } from './published-texts.queries.js';
export type { PublishedText } from './published-texts.queries.js';
export { pagesOfMonth, publicMonths, recentPages } from './published-sitemap.queries.js';
export type { MappedPage, PublicMonth } from './published-sitemap.queries.js';
export { newestPages, portalSections } from './published-lists.queries.js';
export type { Place } from './published-lists.queries.js';
export type {
  Correction,
  NewsItem,
  PublicEdition,
  PublicSection,
  PublishedPage,
} from './published-page.js';
export { highlighted, snippet } from './search/highlight.js';
export type { Part } from './search/highlight.js';
export { readQuery } from './search/query.js';
export type { SearchQuery } from './search/query.js';
export { MAX_FOUND, searchPages } from './search/search.queries.js';
export type { Found, SearchFilter, SearchOrder, SearchResult } from './search/search.queries.js';
