import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  article,
  bodyToHtml,
  section,
  type Edition,
  type EditionText,
  type Section,
} from '@desk/articles';
import { Clock } from '@desk/database';
import { portalBody } from './portal-body.js';
import { correctionsOf, namesOf } from './public-pages.queries.js';
import { portalSections } from './published-lists.queries.js';
import { publicEditions } from './published-page.queries.js';
import type { PublicEdition, PublicSection, PublishedPage } from './published-page.js';

/** A page with what stands around it. */
export interface Preview {
  readonly page: PublishedPage;
  /** The article's editions: those that readers have, and this one. */
  readonly editions: readonly PublicEdition[];
  readonly sections: readonly PublicSection[];
}

/** Pages as readers would get them, of texts that are not public. Nothing is kept. */
@Injectable()
export class Previews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(edition: Edition, text: EditionText): Promise<Preview> {
    const { id: editionId, articleId, language, isSource } = edition;
    const { byline } = await article(this.dataSource, articleId);
    const shown = await section(this.dataSource, edition.sectionId);
    const firstPublishedAt = edition.firstPublishedAt ?? this.clock.now();
    const page: PublishedPage = {
      ...{ editionId, articleId, language, isSource, byline, firstPublishedAt },
      sectionCode: shown.code,
      slug: text.slug,
      title: text.title,
      summary: text.summary,
      html: bodyToHtml(portalBody(text.body), { language }),
      seo: text.seo,
      status: 'live',
      revisionHash: '',
      beingUpdated: false,
      publishedAt: edition.publishedAt ?? firstPublishedAt,
      translators: isSource ? [] : await namesOf(this.dataSource, edition.contributors),
      corrections: await correctionsOf(this.dataSource, editionId),
      withdrawalReason: null,
      withdrawnAt: null,
    };
    const others = await publicEditions(this.dataSource, articleId);
    return {
      page,
      editions: [...others.filter((other) => other.language !== language), page],
      sections: withOwn(await portalSections(this.dataSource), shown),
    };
  }
}

/** A section that has nothing public yet is not in the portal's list. */
const withOwn = (sections: PublicSection[], { code, names }: Section): PublicSection[] =>
  sections.some((one) => one.code === code) ? sections : [...sections, { code, names }];
