/**
 * How an article looks to readers: for the portal, and for the newsroom's previews. What is
 * behind this door imports what the portal may: languages, contracts, published pages.
 */
export {
  archiveAddress,
  feedAddress,
  frontAddress,
  isWrittenAs,
  pageAddress,
  searchAddress,
  sectionAddress,
  settledSlug,
} from './addresses.js';
export { ArticlePage } from './article-page.js';
export { Notice, OtherEditions } from './article-parts.js';
export { readAssets } from './assets.js';
export type { Asset, Assets } from './assets.js';
export { Document } from './document.js';
export { editionLinks, everyLanguage } from './frame.js';
export type { Frame, LanguageLink } from './frame.js';
export { Labelled } from './labelled.js';
export { Moment } from './moment.js';
export { News } from './news-item.js';
export { readOrganisation } from './organisation.js';
export type { Organisation } from './organisation.js';
export { SITE } from './site.js';
export type { Site } from './site.js';
