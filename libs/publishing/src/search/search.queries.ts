import { z } from 'zod';
import { rows, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import { itemColumns } from '../published-lists.queries.js';
import { publicEditionsOf } from '../published-page.queries.js';
import { newsItemSchema, type NewsItem, type PublicEdition } from '../published-page.js';
import { booleanQuery, type SearchQuery } from './query.js';

/** Part of the door to the published pages: may import what the portal may. */

/** What a reader wants to see of what is found. */
export interface SearchFilter {
  /** All languages when absent. */
  readonly language?: Language | undefined;
  readonly sectionCode?: string | undefined;
  /** Published first at this time or later. */
  readonly from?: Date | undefined;
  /** Published first before this time. */
  readonly before?: Date | undefined;
}

export type SearchOrder = 'relevance' | 'newest';

/** A page that was found. */
export interface Found {
  readonly item: NewsItem;
  /** The words of its text. */
  readonly text: string;
  /** The other languages in which the story can be read. */
  readonly others: readonly PublicEdition[];
}

export interface SearchResult {
  /** How many there are, `MAX_FOUND` at most. */
  readonly count: number;
  readonly found: readonly Found[];
  /** Nothing has the marks that were typed: these have the letters. */
  readonly loosely: boolean;
}

/** Nobody reads on beyond so many: who needs more seeks something else. */
export const MAX_FOUND = 200;

/** The part of what is found that stands on page `page`, the first being 1. */
export async function searchPages(
  sql: Sql,
  query: SearchQuery,
  filter: SearchFilter,
  { order, page, size }: { order: SearchOrder; page: number; size: number },
): Promise<SearchResult> {
  const nothing = { count: 0, found: [], loosely: false };
  if (query.terms.length === 0) return nothing;
  for (const { against, loosely } of ways(query)) {
    const ids = await foundIds(sql, against, filter, order);
    if (ids.length === 0) continue;
    const found = await shown(sql, ids.slice((page - 1) * size, page * size));
    return { count: ids.length, found, loosely };
  }
  return nothing;
}

/**
 * What is looked for, the next only when nothing was found: all as typed; with other marks;
 * without a last word that may be just begun.
 */
function ways(query: SearchQuery): { against: string; loosely: boolean }[] {
  return [query, ...(query.settled ? [query.settled] : [])].flatMap((one) => {
    const against = booleanQuery(one);
    const bare = booleanQuery(one, true);
    const strictly = { against, loosely: false };
    return bare === against ? [strictly] : [strictly, { against: bare, loosely: true }];
  });
}

async function foundIds(
  sql: Sql,
  against: string,
  { language, sectionCode, from, before }: SearchFilter,
  order: SearchOrder,
): Promise<string[]> {
  const conditions: [condition: string, value: unknown][] = [
    ['language = ?', language],
    ['section_code = ?', sectionCode],
    ['first_published_at >= ?', from],
    ['first_published_at < ?', before],
  ];
  const asked = conditions.filter(([, value]) => value !== undefined);
  const match = 'MATCH (words) AGAINST (? IN BOOLEAN MODE)';
  const byScore = order === 'relevance' ? `${match} DESC,` : '';
  const found = await rows(
    sql,
    z.object({ id: z.uuid() }),
    `SELECT edition_id AS id FROM public_search
     WHERE ${[match, ...asked.map(([condition]) => condition)].join(' AND ')}
     ORDER BY ${byScore} first_published_at DESC, edition_id DESC LIMIT ?`,
    [against, ...asked.map(([, value]) => value), ...(byScore ? [against] : []), MAX_FOUND],
  );
  return found.map(({ id }) => id);
}

const foundSchema = newsItemSchema.extend({ text: z.string() });

/** The pages of these ids, in their order; the live ones only, whatever the index says. */
async function shown(sql: Sql, ids: readonly string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const pages = await rows(
    sql,
    foundSchema,
    `SELECT ${itemColumns}, (SELECT s.text FROM public_search s
       WHERE s.edition_id = public_page.edition_id) AS text
     FROM public_page WHERE edition_id IN (?) AND status = 'live'`,
    [ids],
  );
  const editions = await publicEditionsOf(
    sql,
    pages.map(({ articleId }) => articleId),
  );
  const byId = new Map(pages.map((page) => [page.editionId, page]));
  return ids.flatMap((id) => {
    const page = byId.get(id);
    if (!page) return [];
    const { text, ...item } = page;
    const others = editions.filter(
      ({ articleId, language }) => articleId === item.articleId && language !== item.language,
    );
    return [{ item, text, others }];
  });
}
