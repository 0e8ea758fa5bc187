import { z } from 'zod';
import { firstRow, flag, jsonColumn, rows, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import { itemColumns } from './published-lists.queries.js';
import { newsItemSchema } from './published-page.js';

const textSchema = newsItemSchema.extend({
  html: z.string(),
  isSource: flag,
  translators: jsonColumn(z.array(z.string())),
});
/** What feeds show of a page: all of its text. */
export type PublishedText = z.infer<typeof textSchema>;

const cardSchema = newsItemSchema.pick({
  language: true,
  sectionCode: true,
  title: true,
  firstPublishedAt: true,
});

/** What the picture of a story shows; null when it cannot be read. */
export async function cardPage(
  sql: Sql,
  editionId: string,
): Promise<z.infer<typeof cardSchema> | null> {
  return firstRow(
    sql,
    cardSchema,
    `SELECT language, section_code AS sectionCode, title, first_published_at AS firstPublishedAt
     FROM public_page WHERE edition_id = ? AND status <> 'withdrawn'`,
    [editionId],
  );
}

/** The newest live pages of a language with their texts, of one section or all. */
export async function newestTexts(
  sql: Sql,
  language: Language,
  { sectionCode, limit }: { sectionCode?: string | undefined; limit: number },
): Promise<PublishedText[]> {
  const inSection = sectionCode === undefined ? '' : 'AND section_code = ?';
  return rows(
    sql,
    textSchema,
    `SELECT ${itemColumns}, html, is_source AS isSource, translators FROM public_page
     WHERE language = ? ${inSection} AND status = 'live'
     ORDER BY first_published_at DESC, edition_id DESC LIMIT ?`,
    [language, ...(sectionCode === undefined ? [] : [sectionCode]), limit],
  );
}
