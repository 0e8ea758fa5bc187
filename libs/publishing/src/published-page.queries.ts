import { z } from 'zod';
import { firstRow, rows, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import {
  publicEditionSchema,
  publishedPageSchema,
  type PublicEdition,
  type PublishedPage,
} from './published-page.js';
import { itemColumns } from './published-lists.queries.js';

const pageColumns = `${itemColumns}, status, revision_hash AS revisionHash, html, seo, translators,
  is_source AS isSource, corrections, withdrawal_reason AS withdrawalReason,
  withdrawn_at AS withdrawnAt`;

const editionColumns = `p.language, p.section_code AS sectionCode, p.slug, p.title,
  p.is_source AS isSource`;

/** The page at an address of a language, whatever its status; null when there is none. */
export async function publishedPage(
  sql: Sql,
  language: Language,
  slug: string,
): Promise<PublishedPage | null> {
  return firstRow(
    sql,
    publishedPageSchema,
    `SELECT ${pageColumns} FROM public_page WHERE language = ? AND slug = ?`,
    [language, slug],
  );
}

/** The page of an edition, whatever its status; null when it was never public. */
export async function publishedEdition(sql: Sql, editionId: string): Promise<PublishedPage | null> {
  return firstRow(
    sql,
    publishedPageSchema,
    `SELECT ${pageColumns} FROM public_page WHERE edition_id = ?`,
    [editionId],
  );
}

/** Where an old address leads now; null when it was never one. */
export async function addressFor(
  sql: Sql,
  language: Language,
  oldSlug: string,
): Promise<PublicEdition | null> {
  return firstRow(
    sql,
    publicEditionSchema,
    `SELECT ${editionColumns} FROM public_redirect r JOIN public_page p USING (edition_id)
     WHERE r.language = ? AND r.slug = ?`,
    [language, oldSlug],
  );
}

/** The editions of an article that can be read, its source first. */
export async function publicEditions(sql: Sql, articleId: string): Promise<PublicEdition[]> {
  return rows(
    sql,
    publicEditionSchema,
    `SELECT ${editionColumns} FROM public_page p
     WHERE p.article_id = ? AND p.status <> 'withdrawn' ORDER BY p.is_source DESC, p.language`,
    [articleId],
  );
}

const ofArticleSchema = publicEditionSchema.extend({ articleId: z.uuid() });

/** The same for several articles at once; each edition says of which it is. */
export async function publicEditionsOf(
  sql: Sql,
  articleIds: readonly string[],
): Promise<z.infer<typeof ofArticleSchema>[]> {
  if (articleIds.length === 0) return [];
  return rows(
    sql,
    ofArticleSchema,
    `SELECT p.article_id AS articleId, ${editionColumns} FROM public_page p
     WHERE p.article_id IN (?) AND p.status <> 'withdrawn' ORDER BY p.is_source DESC, p.language`,
    [articleIds],
  );
}

/**
 * The readable editions of the article that has this slug in another language than `language`;
 * empty when no other language knows it. So a reader who changes only the language in an
 * address still finds the story.
 */
export async function elsewhere(
  sql: Sql,
  language: Language,
  slug: string,
): Promise<PublicEdition[]> {
  return rows(
    sql,
    publicEditionSchema,
    `SELECT ${editionColumns} FROM public_page p
     WHERE p.status <> 'withdrawn' AND p.article_id = (
       SELECT known.article_id FROM public_page known
       WHERE known.language IN ('vi', 'en', 'km') AND known.language <> ? AND known.slug = ?
         AND known.status <> 'withdrawn' LIMIT 1)
     ORDER BY p.is_source DESC, p.language`,
    [language, slug],
  );
}
