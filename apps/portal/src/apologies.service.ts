import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { DataSource } from 'typeorm';
import { isLanguage, translate, type Language } from '@desk/languages';
import { portalSections, type PublicSection } from '@desk/published-pages';
import { everyLanguage, frontAddress, SITE, type Site } from '@desk/public-page';
import { pageAnswer, type PageAnswer } from './answer.js';
import { ApologyPage } from './view/other-pages.js';

/** The pages that say that there is no page. */
@Injectable()
export class Apologies {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SITE) private readonly site: Site,
  ) {}

  async missing(language: Language): Promise<PageAnswer> {
    const sections = await portalSections(this.dataSource);
    return this.apology(404, 'missing', language, sections);
  }

  /** Asks the database for nothing: it may be what failed. */
  failure(language: Language, status: 400 | 500): PageAnswer {
    return this.apology(status, status === 400 ? 'missing' : 'failure', language, []);
  }

  private apology(
    status: PageAnswer['status'],
    about: 'missing' | 'failure',
    language: Language,
    sections: readonly PublicSection[],
  ): PageAnswer {
    const frame = {
      site: this.site,
      language,
      title: translate(language, `portal:${about}.title`),
      sections,
      languageLinks: everyLanguage(frontAddress),
    };
    return pageAnswer(status, h(ApologyPage, { frame, about }));
  }
}

/** The language that a path begins with; null for none. */
export function languageOfPath(path: string): Language | null {
  const first = path.split('/')[1];
  return isLanguage(first) ? first : null;
}
