import { z } from 'zod';
import { changeSignificanceSchema, type ChangeSignificance } from '@desk/contracts';
import { firstRow, rows, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';
import {
  editionSchema,
  editionTextSchema,
  revisionSchema,
  type Edition,
  type EditionText,
  type Revision,
} from './edition.js';

/** The columns of `editionSchema`, from edition `e` joined with its article, section and source. */
export const editionColumns = `
  e.id, e.article_id AS articleId, e.section_id AS sectionId, a.source_language AS sourceLanguage,
  e.language, e.is_source AS isSource, e.state, e.liveness, e.version, e.title, e.contributors,
  e.saved_revision_id AS savedRevisionId, e.review_revision_id AS reviewRevisionId,
  e.approved_revision_id AS approvedRevisionId, e.live_revision_id AS liveRevisionId,
  e.source_revision_id AS sourceRevisionId, 
  COALESCE(newest.stands_for, newest.id) AS sourceApprovedRevisionId,
  s.policy, e.first_published_at AS firstPublishedAt, e.published_at AS publishedAt,
  e.withdrawn_at AS withdrawnAt, e.withdrawal_reason AS withdrawalReason,
  e.created_at AS createdAt, e.updated_at AS updatedAt`;

export const editionTables = `
  edition e JOIN article a ON a.id = e.article_id JOIN section s ON s.id = e.section_id
  JOIN edition src ON src.article_id = e.article_id AND src.is_source
  LEFT JOIN revision newest ON newest.id = src.approved_revision_id`;

const textColumns = 'title, summary, body, slug, seo';
const revisionColumns = `${textColumns}, id, edition_id AS editionId, number, language, hash,
  contributors, source_revision_id AS sourceRevisionId, stands_for AS standsFor, author_id AS authorId,
  created_at AS createdAt`;

/** @throws Missing `edition.missing` */
export async function edition(sql: Sql, id: string): Promise<Edition> {
  const found = await firstRow(
    sql,
    editionSchema,
    `SELECT ${editionColumns} FROM ${editionTables} WHERE e.id = ?`,
    [id],
  );
  if (!found) throw new Missing('edition.missing', { id });
  return found;
}

/** The editions of an article, source first. */
export async function editionsOf(sql: Sql, articleId: string): Promise<Edition[]> {
  return rows(
    sql,
    editionSchema,
    `SELECT ${editionColumns} FROM ${editionTables} WHERE e.article_id = ?
     ORDER BY e.is_source DESC, e.language`,
    [articleId],
  );
}

/** The working copy's text. @throws Missing `edition.missing` */
export async function workingText(sql: Sql, editionId: string): Promise<EditionText> {
  const found = await firstRow(
    sql,
    editionTextSchema,
    `SELECT ${textColumns} FROM edition WHERE id = ?`,
    [editionId],
  );
  if (!found) throw new Missing('edition.missing', { id: editionId });
  return found;
}

/** @throws Missing `revision.missing` */
export async function revision(sql: Sql, id: string): Promise<Revision> {
  const found = await firstRow(
    sql,
    revisionSchema,
    `SELECT ${revisionColumns} FROM revision WHERE id = ?`,
    [id],
  );
  if (!found) throw new Missing('revision.missing', { id });
  return found;
}

/** What the writer called the change of a source at its last submission. */
export async function saidSignificance(
  sql: Sql,
  editionId: string,
): Promise<ChangeSignificance | null> {
  const found = await firstRow(
    sql,
    z.object({ said: changeSignificanceSchema.nullable() }),
    'SELECT change_significance AS said FROM edition WHERE id = ?',
    [editionId],
  );
  return found?.said ?? null;
}

/** From now on the translations of `earlierId` count as translations of `revisionId`. */
export async function letStandFor(tx: Sql, revisionId: string, earlierId: string): Promise<void> {
  await tx.query(
    `UPDATE revision r JOIN revision earlier ON earlier.id = ?
     SET r.stands_for = COALESCE(earlier.stands_for, earlier.id) WHERE r.id = ?`,
    [earlierId, revisionId],
  );
}
