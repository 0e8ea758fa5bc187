import { z } from 'zod';
import { titleHas } from '@desk/articles';
import { editionStateSchema, livenessSchema, type FoundArticle } from '@desk/contracts';
import { rows, type Sql } from '@desk/database';
import { bare, languageSchema } from '@desk/languages';
import { visibleSections, type Person } from '@desk/people';

const foundSchema = z.object({
  articleId: z.uuid(),
  editionId: z.uuid(),
  sectionId: z.uuid(),
  language: languageSchema,
  title: z.string(),
  state: editionStateSchema,
  liveness: livenessSchema,
  updatedAt: z.date(),
});

/** An article may be found by the titles of three editions. */
const EDITIONS = 3;

/**
 * Articles by the titles of their editions: first those that begin so, then the last changed.
 * Each stands once, with the title that was found, the source's before others.
 */
export async function articlesTitled(
  sql: Sql,
  person: Person,
  text: string,
  most: number,
): Promise<FoundArticle[]> {
  const seen = visibleSections(person);
  const words = titleHas('e', text);
  if (seen?.length === 0 || words.length === 0) return [];
  const found = await rows(
    sql,
    foundSchema,
    `SELECT e.article_id AS articleId, e.id AS editionId, e.section_id AS sectionId, e.language,
       e.title, e.state, e.liveness, e.updated_at AS updatedAt
     FROM (SELECT e.id FROM edition e
       WHERE ${words.map(([condition]) => `(${condition})`).join(' AND ')}
         ${seen ? 'AND e.section_id IN (?)' : ''}
       ORDER BY (e.title_bare LIKE ?) DESC, e.updated_at DESC, e.id DESC LIMIT ?) hit
     JOIN edition e ON e.id = hit.id
     ORDER BY (e.title_bare LIKE ?) DESC, e.updated_at DESC, e.is_source DESC, e.id DESC`,
    [
      ...words.flatMap(([, ...parameters]) => parameters),
      ...(seen ? [seen] : []),
      beginning(text),
      most * EDITIONS,
      beginning(text),
    ],
  );
  const once = new Map<string, FoundArticle>();
  for (const one of found) if (!once.has(one.articleId)) once.set(one.articleId, one);
  return [...once.values()].slice(0, most);
}

const beginning = (text: string): string => `${bare(text).replace(/[\\%_]/g, '\\$&')}%`;
