import type { PublicEdition, PublicSection, PublishedPage } from '@desk/published-pages';
import { LOGO, storyCard } from './cards/card-address.js';
import { pageAddress, type Site } from '@desk/public-page';

/** schema.org's NewsArticle for a page, with its translations. */
export function newsArticle(
  site: Site,
  page: PublishedPage,
  editions: readonly PublicEdition[],
  section: PublicSection | undefined,
): object {
  const { language } = page;
  const address = (edition: Parameters<typeof pageAddress>[0]) =>
    `${site.origin}${pageAddress(edition)}`;
  const organisation = {
    '@type': 'Organization',
    name: site.organisation.name[language],
    url: `${site.origin}/`,
    logo: { '@type': 'ImageObject', url: `${site.origin}${LOGO}`, width: 512, height: 512 },
  };
  const work = (edition: PublicEdition) => ({
    '@type': 'NewsArticle',
    '@id': address(edition),
    headline: edition.title,
    inLanguage: edition.language,
  });
  const others = editions.filter((edition) => edition.language !== language);
  const original = page.isSource ? undefined : others.find(({ isSource }) => isSource);
  const description = page.seo.description || page.summary;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': address(page),
    url: address(page),
    mainEntityOfPage: address(page),
    headline: page.title,
    image: [`${site.origin}${storyCard(page)}`],
    ...(description && { description }),
    inLanguage: language,
    datePublished: page.firstPublishedAt.toISOString(),
    dateModified: page.publishedAt.toISOString(),
    author: page.byline ? { '@type': 'Person', name: page.byline } : organisation,
    publisher: organisation,
    ...(section && { articleSection: section.names[language] }),
    ...(page.translators.length > 0 && {
      translator: page.translators.map((name) => ({ '@type': 'Person', name })),
    }),
    ...(original && { translationOfWork: work(original) }),
    ...(page.isSource && others.length > 0 && { workTranslation: others.map(work) }),
    ...(page.corrections.length > 0 && {
      correction: page.corrections.map(({ at, note }) => ({
        '@type': 'CorrectionComment',
        text: note,
        datePublished: at,
      })),
    }),
    isAccessibleForFree: true,
  };
}
