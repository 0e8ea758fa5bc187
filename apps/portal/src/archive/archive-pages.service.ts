import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { DataSource } from 'typeorm';
import { formatDate, formatMonth, translate, type Language } from '@desk/languages';
import {
  archiveDays,
  archiveMonths,
  pagesOfDay,
  portalSections,
  type PublicSection,
} from '@desk/published-pages';
import { archiveAddress, everyLanguage, type Frame, SITE, type Site } from '@desk/public-page';
import { pageAnswer, type Answer } from '../answer.js';
import { newestChange } from '../front-pages.service.js';
import { ListPage } from '../view/list-page.js';
import { ArchivePage } from './archive-page.js';

/** More than any day of a newsroom has. */
const MOST_OF_A_DAY = 500;

/** What became public when: by months, the days of a month, the news of a day. */
@Injectable()
export class ArchivePages {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SITE) private readonly site: Site,
  ) {}

  async months(language: Language): Promise<Answer> {
    const [sections, months] = await Promise.all([
      portalSections(this.dataSource),
      archiveMonths(this.dataSource, language),
    ]);
    const heading = translate(language, 'portal:archive.title');
    const frame = this.frame(language, sections, heading);
    const periods = months.map(({ period, pages }) => ({
      name: formatMonth(period, language),
      address: archiveAddress(language, period),
      pages,
    }));
    return pageAnswer(200, h(ArchivePage, { frame, heading, periods }));
  }

  /** Null for a month without news. */
  async month(language: Language, month: string): Promise<Answer | null> {
    const [sections, days] = await Promise.all([
      portalSections(this.dataSource),
      archiveDays(this.dataSource, language, month),
    ]);
    if (days.length === 0) return null;
    const heading = formatMonth(month, language);
    const frame = this.frame(language, sections, heading, month);
    const periods = days.map(({ period, pages }) => ({
      name: nameOfDay(period, language),
      address: archiveAddress(language, period),
      pages,
    }));
    return pageAnswer(200, h(ArchivePage, { frame, heading, periods, within: true }));
  }

  /** Null for a day without news. */
  async day(language: Language, day: string): Promise<Answer | null> {
    const [sections, items] = await Promise.all([
      portalSections(this.dataSource),
      pagesOfDay(this.dataSource, language, day, MOST_OF_A_DAY),
    ]);
    if (items.length === 0) return null;
    const heading = nameOfDay(day, language);
    const document = h(ListPage, {
      frame: this.frame(language, sections, heading, day),
      heading,
      items,
      address: archiveAddress(language, day),
      older: null,
      further: false,
      mixed: true,
    });
    return pageAnswer(200, document, newestChange(items));
  }

  private frame(
    language: Language,
    sections: readonly PublicSection[],
    title: string,
    period?: string,
  ): Frame {
    const { site } = this;
    const address = archiveAddress(language, period);
    const organisation = site.organisation.name[language];
    return {
      site,
      language,
      title,
      description: translate(language, 'portal:archive.description', { organisation }),
      path: address,
      sections,
      // A day of one language may have no news in another: only the whole archive is everywhere.
      languageLinks:
        period === undefined
          ? everyLanguage((other) => archiveAddress(other))
          : everyLanguage((other) =>
              archiveAddress(other, other === language ? period : undefined),
            ),
      defaultPath: period === undefined ? archiveAddress('vi') : undefined,
      openGraph: { 'og:type': 'website', 'og:title': title, 'og:site_name': organisation },
      sameInAll: period === undefined,
    };
  }
}

const nameOfDay = (day: string, language: Language): string =>
  formatDate(new Date(`${day}T12:00:00+07:00`), language);
