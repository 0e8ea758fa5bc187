import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { DataSource } from 'typeorm';
import { translate, type Language } from '@desk/languages';
import {
  addressFor,
  elsewhere,
  newestPages,
  portalSections,
  publicEditions,
  publishedPage,
  type PublicEdition,
  type PublicSection,
  type PublishedPage,
} from '@desk/published-pages';
import {
  ArticlePage,
  editionLinks,
  type Frame,
  isWrittenAs,
  pageAddress,
  settledSlug,
  SITE,
  type Site,
} from '@desk/public-page';
import { movedTo, pageAnswer, seeInstead, type Answer } from './answer.js';
import { cardProperties, storyCard } from './cards/card-address.js';
import { newsArticle } from './news-article.js';
import { NotYetPage, WithdrawnPage } from './view/other-pages.js';

const MORE = 4;

const openGraphLocale: Readonly<Record<Language, string>> = {
  vi: 'vi_VN',
  en: 'en_GB',
  km: 'km_KH',
};

/** Articles at their addresses, and whatever an address that looks like one deserves. */
@Injectable()
export class ArticlePages {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SITE) private readonly site: Site,
  ) {}

  /** `path` is the address as it was asked for. Null when there is nothing. */
  async at(language: Language, typed: string, path: string): Promise<Answer | null> {
    const slug = settledSlug(typed);
    const page = await publishedPage(this.dataSource, language, slug);
    if (!page) return this.instead(language, slug);
    const address = pageAddress(page);
    if (!isWrittenAs(address, path)) return movedTo(address);
    return page.status === 'withdrawn' ? this.withdrawn(page) : this.readable(page);
  }

  private async readable(page: PublishedPage): Promise<Answer> {
    const { language, sectionCode } = page;
    const which = { sectionCode, limit: MORE + 1 };
    const [sections, editions, newest] = await Promise.all([
      portalSections(this.dataSource),
      publicEditions(this.dataSource, page.articleId),
      newestPages(this.dataSource, language, which),
    ]);
    const more = newest.filter(({ editionId }) => editionId !== page.editionId).slice(0, MORE);
    const frame = this.articleFrame(page, editions, sections);
    return pageAnswer(200, h(ArticlePage, { frame, page, editions, more }), page.publishedAt);
  }

  private async withdrawn(page: PublishedPage): Promise<Answer> {
    const { language } = page;
    const [sections, editions] = await Promise.all([
      portalSections(this.dataSource),
      publicEditions(this.dataSource, page.articleId),
    ]);
    const frame: Frame = {
      site: this.site,
      language,
      title: translate(language, 'portal:withdrawn.title'),
      sections,
      sectionCode: page.sectionCode,
      // Its own language keeps the address; the others say whether they can still be read.
      languageLinks: editionLinks(editions, page).map((link) =>
        link.language === language ? { ...link, exists: true } : link,
      ),
    };
    const document = h(WithdrawnPage, { frame, page, editions });
    return pageAnswer(410, document, page.withdrawnAt ?? page.publishedAt);
  }

  /** An old address, or the story's address in another language; null when neither. */
  private async instead(language: Language, slug: string): Promise<Answer | null> {
    const moved = await addressFor(this.dataSource, language, slug);
    if (moved) return movedTo(pageAddress(moved));
    const editions = await elsewhere(this.dataSource, language, slug);
    const [first] = editions;
    if (!first) return null;
    const here = editions.find((edition) => edition.language === language);
    if (here) return seeInstead(pageAddress(here));
    const known = { sectionCode: first.sectionCode, slug };
    const frame: Frame = {
      site: this.site,
      language,
      title: translate(language, 'portal:not_yet.title'),
      sections: await portalSections(this.dataSource),
      sectionCode: first.sectionCode,
      languageLinks: editionLinks(editions, known),
    };
    return pageAnswer(404, h(NotYetPage, { frame, editions }));
  }

  private articleFrame(
    page: PublishedPage,
    editions: readonly PublicEdition[],
    sections: readonly PublicSection[],
  ): Frame {
    const { site } = this;
    const { language } = page;
    const section = sections.find(({ code }) => code === page.sectionCode);
    const description = page.seo.description || page.summary;
    const title = page.seo.title || page.title;
    return {
      site,
      language,
      title,
      description,
      path: pageAddress(page),
      sections,
      sectionCode: page.sectionCode,
      languageLinks: editionLinks(editions, page),
      // The source, or what can be read when it was withdrawn: the same on every edition.
      defaultPath: pageAddress(editions[0] ?? page),
      openGraph: {
        'og:type': 'article',
        'og:title': title,
        ...(description && { 'og:description': description }),
        'og:url': `${site.origin}${pageAddress(page)}`,
        'og:site_name': site.organisation.name[language],
        ...cardProperties(`${site.origin}${storyCard(page)}`, title),
        'og:locale': openGraphLocale[language],
        ...(section && { 'article:section': section.names[language] }),
        'article:published_time': page.firstPublishedAt.toISOString(),
        'article:modified_time': page.publishedAt.toISOString(),
      },
      jsonLd: newsArticle(site, page, editions, section),
    };
  }
}
