import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { languageSchema } from '@desk/languages';
import {
  newestPages,
  publicEditions,
  publicEditionsOf,
  publishedEdition,
  type NewsItem,
  type PublicEdition,
} from '@desk/published-pages';
import { pageAddress, SITE, type Site } from '@desk/public-page';
import { fileAnswer, type PageAnswer } from '../answer.js';
import { withWholeAddresses } from '../machines/whole-addresses.js';
import { placeAfter, readPlace } from '../place.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const MOST = 50;

const listAsked = z.object({
  language: languageSchema,
  section: z.string().max(60).optional(),
  before: z
    .string()
    .transform((text, context) => {
      const place = readPlace(text);
      if (!place) context.addIssue({ code: 'custom', message: 'no place in the list' });
      return place;
    })
    .optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(20),
});

/** What programs elsewhere read of what is public: lists and articles as JSON. */
@Injectable()
export class ReadingApi {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SITE) private readonly site: Site,
  ) {}

  /** The newest of a language, page by page; what was asked wrongly is named. */
  async list(query: unknown): Promise<PageAnswer> {
    const asked = listAsked.safeParse(query);
    if (!asked.success) {
      const wrong = asked.error.issues.map(({ path, message }) => ({
        parameter: path.join('.'),
        message,
      }));
      return json({ status: 400, title: 'Bad Request', wrong }, 400);
    }
    const { language, section, before, limit } = asked.data;
    const which = { ...(section !== undefined && { sectionCode: section }), before };
    const items = await newestPages(this.dataSource, language, { ...which, limit: limit + 1 });
    const shown = items.slice(0, limit);
    const last = items.length > limit ? shown.at(-1) : undefined;
    const ids = shown.map(({ articleId }) => articleId);
    const editions = await publicEditionsOf(this.dataSource, ids);
    return json({
      items: shown.map((item) =>
        this.told(
          item,
          editions.filter(({ articleId }) => articleId === item.articleId),
        ),
      ),
      next: last ? placeAfter(last) : null,
    });
  }

  /** One edition with its text; the reason of one that was withdrawn; null when there is none. */
  async edition(id: string): Promise<PageAnswer | null> {
    const page = await publishedEdition(this.dataSource, id);
    if (!page) return null;
    if (page.status === 'withdrawn') {
      const { withdrawalReason: reason, withdrawnAt } = page;
      return json({ status: 410, title: 'Gone', id, withdrawnAt, reason }, 410);
    }
    const editions = await publicEditions(this.dataSource, page.articleId);
    return json({
      ...this.told(page, editions),
      html: withWholeAddresses(page.html, `${this.site.origin}${pageAddress(page)}`),
      isOriginal: page.isSource,
      isArchived: page.status === 'archived',
      translators: page.translators,
      corrections: page.corrections,
    });
  }

  private told(item: NewsItem, editions: readonly PublicEdition[]) {
    const { origin } = this.site;
    return {
      id: item.editionId,
      articleId: item.articleId,
      language: item.language,
      section: item.sectionCode,
      url: `${origin}${pageAddress(item)}`,
      title: item.title,
      summary: item.summary,
      byline: item.byline,
      publishedAt: item.firstPublishedAt,
      updatedAt: item.publishedAt,
      isBeingUpdated: item.beingUpdated,
      editions: editions
        .filter(({ language }) => language !== item.language)
        .map((edition) => ({
          language: edition.language,
          title: edition.title,
          url: `${origin}${pageAddress(edition)}`,
        })),
    };
  }
}

const json = (value: object, status: PageAnswer['status'] = 200): PageAnswer => ({
  ...fileAnswer(JSON_TYPE, JSON.stringify(value)),
  status,
});
