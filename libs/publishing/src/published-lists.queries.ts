import { rows, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import {
  newsItemSchema,
  publicSectionSchema,
  type NewsItem,
  type PublicSection,
} from './published-page.js';

/** The columns of `newsItemSchema`. */
export const itemColumns = `edition_id AS editionId, article_id AS articleId, language,
  section_code AS sectionCode, slug, title, summary, byline, being_updated AS beingUpdated,
  first_published_at AS firstPublishedAt, published_at AS publishedAt`;

/** A place in a list: the page that was shown last. */
export interface Place {
  readonly firstPublishedAt: Date;
  readonly editionId: string;
}

/** The newest live pages of a language, of one section or all, older than `before`. */
export async function newestPages(
  sql: Sql,
  language: Language,
  which: { sectionCode?: string; before?: Place | undefined; limit: number },
): Promise<NewsItem[]> {
  const { sectionCode, before, limit } = which;
  const conditions = ['language = ?', `status = 'live'`];
  const parameters: unknown[] = [language];
  if (sectionCode !== undefined) {
    conditions.push('section_code = ?');
    parameters.push(sectionCode);
  }
  if (before) {
    conditions.push('(first_published_at < ? OR (first_published_at = ? AND edition_id < ?))');
    parameters.push(before.firstPublishedAt, before.firstPublishedAt, before.editionId);
  }
  return rows(
    sql,
    newsItemSchema,
    `SELECT ${itemColumns} FROM public_page WHERE ${conditions.join(' AND ')}
     ORDER BY first_published_at DESC, edition_id DESC LIMIT ?`,
    [...parameters, limit],
  );
}

/** The sections in the portal's order. */
export async function portalSections(sql: Sql): Promise<PublicSection[]> {
  return rows(
    sql,
    publicSectionSchema,
    'SELECT code, names FROM public_section ORDER BY position, code',
  );
}
