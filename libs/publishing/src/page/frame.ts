import { languages, type Language } from '@desk/languages';
import type { PublicEdition, PublicSection } from '../published-page.js';
import { pageAddress } from './addresses.js';
import type { Site } from './site.js';

/** Where the same thing is in a language. */
export interface LanguageLink {
  readonly language: Language;
  readonly href: string;
  /** False: this edition is not there yet; the link leads to those that are. */
  readonly exists: boolean;
}

/** What every page has around its content. */
export interface Frame {
  readonly site: Site;
  readonly language: Language;
  readonly title: string;
  readonly description?: string;
  /** The page's own address; absent on pages that have none, which search engines leave out. */
  readonly path?: string;
  readonly sections: readonly PublicSection[];
  readonly sectionCode?: string | undefined;
  readonly languageLinks: readonly LanguageLink[];
  /** The address for readers of no language that is offered; a path. */
  readonly defaultPath?: string | undefined;
  readonly openGraph?: Readonly<Record<string, string>>;
  readonly jsonLd?: object;
  /** Said above the page when it is only a preview: its links lead nowhere. */
  readonly preview?: string;
  /**
   * False when the links to other languages lead to something else there: search engines are
   * told of no such page.
   */
  readonly sameInAll?: boolean;
  /** The section whose feeds the page tells of; all news when null. */
  readonly feedsOf?: string | null;
  /** The page is the search: its form stands in the page. */
  readonly hasOwnSearch?: boolean;
  /** Paths of the portal's own scripts for this page; it works without them. */
  readonly scripts?: readonly string[];
}

/** The same page in each language, for pages that all languages have. */
export const everyLanguage = (address: (language: Language) => string): LanguageLink[] =>
  languages.map((language) => ({ language, href: address(language), exists: true }));

/**
 * The editions of one article in each language. For one that is missing the address is that of
 * `known` under the other language, which leads to the edition as soon as there is one.
 */
export function editionLinks(
  editions: readonly PublicEdition[],
  known: { sectionCode: string; slug: string },
): LanguageLink[] {
  return languages.map((language) => {
    const edition = editions.find((one) => one.language === language);
    return {
      language,
      href: pageAddress(edition ?? { ...known, language }),
      exists: edition !== undefined,
    };
  });
}
