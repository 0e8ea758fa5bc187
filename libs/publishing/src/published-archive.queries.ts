import { z } from 'zod';
import { rows, wholeNumber, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import { itemColumns } from './published-lists.queries.js';
import { newsItemSchema, type NewsItem } from './published-page.js';

const countSchema = z.object({ period: z.string(), pages: wholeNumber });
/** A day (`2020-05-23`) or month (`2020-05`) in Viet Nam, and how many live pages became public in it. */
type Counted = z.infer<typeof countSchema>;

/** Viet Nam has no summer time. */
const OFFSET = '+07:00';
const there = 'first_published_at + INTERVAL 7 HOUR';

/** The months that have news in a language, the latest first. */
export async function archiveMonths(sql: Sql, language: Language): Promise<Counted[]> {
  return rows(
    sql,
    countSchema,
    `SELECT DATE_FORMAT(${there}, '%Y-%m') AS period, COUNT(*) AS pages FROM public_page
     WHERE language = ? AND status = 'live' GROUP BY period ORDER BY period DESC`,
    [language],
  );
}

/** The days of a month that have news in a language, the latest first. */
export async function archiveDays(sql: Sql, language: Language, month: string): Promise<Counted[]> {
  const from = new Date(`${month}-01T00:00:00${OFFSET}`);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  return rows(
    sql,
    countSchema,
    `SELECT DATE_FORMAT(${there}, '%Y-%m-%d') AS period, COUNT(*) AS pages FROM public_page
     WHERE language = ? AND status = 'live' AND first_published_at >= ? AND first_published_at < ?
     GROUP BY period ORDER BY period DESC`,
    [language, from, new Date(`${next}T00:00:00${OFFSET}`)],
  );
}

/** The news of a day in a language, the latest first. */
export async function pagesOfDay(
  sql: Sql,
  language: Language,
  day: string,
  limit: number,
): Promise<NewsItem[]> {
  const from = new Date(`${day}T00:00:00${OFFSET}`);
  return rows(
    sql,
    newsItemSchema,
    `SELECT ${itemColumns} FROM public_page
     WHERE language = ? AND status = 'live' AND first_published_at >= ? AND first_published_at < ?
     ORDER BY first_published_at DESC, edition_id DESC LIMIT ?`,
    [language, from, new Date(from.getTime() + 24 * 3_600_000), limit],
  );
}
