import { z } from 'zod';
import { rows, wholeNumber, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';

const monthSchema = z.object({ month: z.string(), pages: wholeNumber, changedAt: z.date() });
/** The months in which pages became public first, as `2020-05` by UTC, and when one changed last. */
export type PublicMonth = z.infer<typeof monthSchema>;

const mappedSchema = z.object({
  articleId: z.uuid(),
  language: languageSchema,
  sectionCode: z.string(),
  slug: z.string(),
  title: z.string(),
  firstPublishedAt: z.date(),
  publishedAt: z.date(),
});
/** What maps of the site say of a page that can be read. */
export type MappedPage = z.infer<typeof mappedSchema>;

const columns = `article_id AS articleId, language, section_code AS sectionCode, slug, title,
  first_published_at AS firstPublishedAt, published_at AS publishedAt`;
const readable = `language IN ('vi', 'en', 'km') AND status IN ('live', 'archived')`;

export async function publicMonths(sql: Sql): Promise<PublicMonth[]> {
  return rows(
    sql,
    monthSchema,
    `SELECT DATE_FORMAT(first_published_at, '%Y-%m') AS month, COUNT(*) AS pages,
       MAX(published_at) AS changedAt
     FROM public_page WHERE ${readable} GROUP BY month ORDER BY month DESC`,
  );
}

/** The pages of a month that can be read, part by part. */
export async function pagesOfMonth(
  sql: Sql,
  month: string,
  { part, size }: { part: number; size: number },
): Promise<MappedPage[]> {
  const from = new Date(`${month}-01T00:00:00Z`);
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + 1);
  return rows(
    sql,
    mappedSchema,
    `SELECT ${columns} FROM public_page
     WHERE ${readable} AND first_published_at >= ? AND first_published_at < ?
     ORDER BY first_published_at, edition_id LIMIT ? OFFSET ?`,
    [from, to, size, (part - 1) * size],
  );
}

/** The live pages that became public at `since` or later, the newest first. */
export async function recentPages(sql: Sql, since: Date, limit: number): Promise<MappedPage[]> {
  return rows(
    sql,
    mappedSchema,
    `SELECT ${columns} FROM public_page
     WHERE language IN ('vi', 'en', 'km') AND status = 'live' AND first_published_at >= ?
     ORDER BY first_published_at DESC, edition_id DESC LIMIT ?`,
    [since, limit],
  );
}
