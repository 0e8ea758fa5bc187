import { z } from 'zod';
import { flag, rows, type Sql } from '@desk/database';

const pageSchema = z.object({ editionId: z.uuid(), behind: flag, marked: flag });

/**
 * Which public pages of an article tell readers less than its public source does: those of
 * translations made from an older revision than the live source's.
 */
export async function behindSource(
  sql: Sql,
  articleId: string,
): Promise<z.infer<typeof pageSchema>[]> {
  return rows(
    sql,
    pageSchema,
    `SELECT p.edition_id AS editionId, p.being_updated AS marked,
       COALESCE(NOT e.is_source AND src.liveness = 'live'
         AND COALESCE(made.number, 0) < shown.number, 0) AS behind
     FROM public_page p
     JOIN edition e ON e.id = p.edition_id
     JOIN revision live ON live.id = e.live_revision_id
     LEFT JOIN revision made ON made.id = live.source_revision_id
     JOIN edition src ON src.article_id = e.article_id AND src.is_source
     LEFT JOIN revision latest ON latest.id = src.live_revision_id
     LEFT JOIN revision shown ON shown.id = COALESCE(latest.stands_for, latest.id)
     WHERE p.article_id = ?`,
    [articleId],
  );
}
