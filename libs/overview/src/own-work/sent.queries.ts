import { z } from 'zod';
import { rows, type Sql } from '@desk/database';
import { visibleSections, type Person } from '@desk/people';

const sentSchema = z.object({ articleId: z.uuid(), sentAt: z.date() });
export type SentArticle = z.infer<typeof sentSchema>;

/**
 * Articles of which the person submitted an edition since then, the last first; not those that
 * are public in all their languages, with nothing more to do.
 */
export function sentBy(sql: Sql, person: Person, from: Date, most: number): Promise<SentArticle[]> {
  const seen = visibleSections(person);
  if (seen?.length === 0) return Promise.resolve([]);
  return rows(
    sql,
    sentSchema,
    `SELECT r.article_id AS articleId, MAX(r.opened_at) AS sentAt
     FROM review_round r JOIN article a ON a.id = r.article_id
     WHERE r.opened_by = ? AND r.opened_at > ? ${seen ? 'AND a.section_id IN (?)' : ''}
       AND (EXISTS (SELECT 1 FROM edition e WHERE e.article_id = r.article_id
           AND e.state NOT IN ('published', 'archived'))
         OR EXISTS (SELECT 1 FROM task t WHERE t.article_id = r.article_id
           AND t.open_due_at IS NOT NULL))
     GROUP BY r.article_id ORDER BY sentAt DESC, articleId LIMIT ?`,
    [person.id, from, ...(seen ? [seen] : []), most],
  );
}
