import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { DataSource } from 'typeorm';
import { translate, type Language } from '@desk/languages';
import { newestPages, portalSections, type NewsItem, type Place } from '@desk/published-pages';
import { everyLanguage, type Frame, frontAddress, SITE, type Site } from '@desk/public-page';
import { pageAnswer, type Answer } from './answer.js';
import { cardProperties, siteCard } from './cards/card-address.js';
import { placeAfter } from './place.js';
import { FrontPage, type SectionBlock } from './view/front-page.js';
import { ListPage } from './view/list-page.js';

/** How many of the newest stand at the top, and how many more each section shows below. */
const TOP = 7;
const IN_BLOCK = 4;
const LIST = 20;

/** The front page of a language, and the list of all its news. */
@Injectable()
export class FrontPages {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SITE) private readonly site: Site,
  ) {}

  async front(language: Language): Promise<Answer> {
    const [sections, newest] = await Promise.all([
      portalSections(this.dataSource),
      newestPages(this.dataSource, language, { limit: TOP + 1 }),
    ]);
    const top = newest.slice(0, TOP);
    const shown = new Set(top.map(({ editionId }) => editionId));
    const blocks = await Promise.all(
      sections.map(async (section): Promise<SectionBlock> => {
        const limit = TOP + IN_BLOCK;
        const which = { sectionCode: section.code, limit };
        const items = await newestPages(this.dataSource, language, which);
        const rest = items.filter(({ editionId }) => !shown.has(editionId));
        return { section, items: rest.slice(0, IN_BLOCK) };
      }),
    );
    const last = newest.length > TOP ? top.at(-1) : undefined;
    const document = h(FrontPage, {
      frame: { ...this.frame(language), sections },
      newest: top,
      blocks: blocks.filter(({ items }) => items.length > 0),
      older: last ? placeAfter(last) : null,
    });
    return pageAnswer(200, document, newestChange(newest));
  }

  /** All the news of a language that is older than a place. */
  async older(language: Language, before: Place): Promise<Answer> {
    const [sections, items] = await Promise.all([
      portalSections(this.dataSource),
      newestPages(this.dataSource, language, { before, limit: LIST + 1 }),
    ]);
    const heading = translate(language, 'portal:list.earlier');
    const shown = items.slice(0, LIST);
    const last = items.length > LIST ? shown.at(-1) : undefined;
    const { path: _, ...frame } = this.frame(language);
    const document = h(ListPage, {
      frame: { ...frame, title: heading, sections },
      heading,
      items: shown,
      address: frontAddress(language),
      older: last ? placeAfter(last) : null,
      further: true,
      mixed: true,
    });
    return pageAnswer(200, document, newestChange(shown));
  }

  private frame(language: Language): Omit<Frame, 'sections'> {
    const { site } = this;
    const title = site.organisation.name[language];
    return {
      site,
      language,
      title,
      description: `${site.organisation.portal[language]} – ${title}`,
      path: frontAddress(language),
      languageLinks: everyLanguage(frontAddress),
      defaultPath: '/',
      feedsOf: null,
      openGraph: {
        'og:type': 'website',
        'og:title': title,
        'og:site_name': title,
        ...cardProperties(`${site.origin}${siteCard(language)}`, title),
      },
    };
  }
}

/** When any of these was published or corrected last. */
export function newestChange(items: readonly NewsItem[]): Date | undefined {
  const times = items.map(({ publishedAt }) => publishedAt.getTime());
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
