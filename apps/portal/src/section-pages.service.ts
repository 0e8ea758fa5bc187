import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { DataSource } from 'typeorm';
import { translate, type Language } from '@desk/languages';
import { newestPages, portalSections, type Place } from '@desk/published-pages';
import { everyLanguage, type Frame, sectionAddress, SITE, type Site } from '@desk/public-page';
import { pageAnswer, type Answer } from './answer.js';
import { cardProperties, siteCard } from './cards/card-address.js';
import { newestChange } from './front-pages.service.js';
import { placeAfter } from './place.js';
import { ListPage } from './view/list-page.js';

const LIST = 20;

/** The lists of a section, page by page. */
@Injectable()
export class SectionPages {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SITE) private readonly site: Site,
  ) {}

  /** Null when there is no such section. */
  async list(language: Language, code: string, before: Place | undefined): Promise<Answer | null> {
    const sections = await portalSections(this.dataSource);
    const section = sections.find((one) => one.code === code);
    if (!section) return null;
    const which = { sectionCode: code, before, limit: LIST + 1 };
    const items = await newestPages(this.dataSource, language, which);
    const shown = items.slice(0, LIST);
    const last = items.length > LIST ? shown.at(-1) : undefined;
    const { site } = this;
    const heading = section.names[language];
    const organisation = site.organisation.name[language];
    const address = sectionAddress(language, code);
    const frame: Frame = {
      site,
      language,
      title: heading,
      description: translate(language, 'portal:list.description', {
        section: heading,
        organisation,
      }),
      // Only the list's beginning is for search engines; what is older moves on day by day.
      ...(before === undefined && { path: address }),
      sections,
      sectionCode: code,
      languageLinks: everyLanguage((other) => sectionAddress(other, code)),
      defaultPath: sectionAddress('vi', code),
      feedsOf: code,
      openGraph: {
        'og:type': 'website',
        'og:title': heading,
        'og:site_name': organisation,
        ...cardProperties(`${site.origin}${siteCard(language)}`, organisation),
      },
    };
    const document = h(ListPage, {
      frame,
      heading,
      items: shown,
      address,
      older: last ? placeAfter(last) : null,
      further: before !== undefined,
    });
    return pageAnswer(200, document, newestChange(shown));
  }
}
