import { z } from 'zod';
import { firstRow, rows, wholeNumber, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';
import { segmentColumns, segmentSchema, type StoredSegment } from './segment.js';

/** The source revision that an edition was last prepared for; null when it never was. */
export async function preparedRevision(sql: Sql, editionId: string): Promise<string | null> {
  const found = await firstRow(
    sql,
    z.object({ id: z.uuid() }),
    `SELECT r.id FROM revision r
     WHERE r.id IN (SELECT source_revision_id FROM segment WHERE edition_id = ?)
     ORDER BY r.number DESC LIMIT 1`,
    [editionId],
  );
  return found?.id ?? null;
}

/** The newest prepared source revision for which a translation counts, given its `sourceRevisionId`. */
export async function preparedFor(
  sql: Sql,
  editionId: string,
  sourceRevisionId: string,
): Promise<string | null> {
  const found = await firstRow(
    sql,
    z.object({ id: z.uuid() }),
    `SELECT r.id FROM revision r
     WHERE r.id IN (SELECT source_revision_id FROM segment WHERE edition_id = ?)
       AND COALESCE(r.stands_for, r.id) = ?
     ORDER BY r.number DESC LIMIT 1`,
    [editionId, sourceRevisionId],
  );
  return found?.id ?? null;
}

/** The segments of an edition for one source revision, in reading order. */
export const segmentsOf = (
  sql: Sql,
  editionId: string,
  sourceRevisionId: string,
): Promise<StoredSegment[]> =>
  rows(
    sql,
    segmentSchema,
    `SELECT ${segmentColumns} FROM segment g
     WHERE g.edition_id = ? AND g.source_revision_id = ? ORDER BY g.position`,
    [editionId, sourceRevisionId],
  );

/** The confirmed segments of a text that say the same in the source. */
export const confirmedWithSource = (
  sql: Sql,
  { editionId, sourceRevisionId, sourceHash }: StoredSegment,
): Promise<StoredSegment[]> =>
  rows(
    sql,
    segmentSchema,
    `SELECT ${segmentColumns} FROM segment g
     WHERE g.edition_id = ? AND g.source_revision_id = ? AND g.source_hash = ?
       AND g.status = 'confirmed' ORDER BY g.position`,
    [editionId, sourceRevisionId, sourceHash],
  );

/** @throws Missing `segment.missing` */
export async function segment(sql: Sql, id: string): Promise<StoredSegment> {
  const found = await firstRow(
    sql,
    segmentSchema,
    `SELECT ${segmentColumns} FROM segment g WHERE g.id = ?`,
    [id],
  );
  if (!found) throw new Missing('segment.missing', { id });
  return found;
}

/** How many segments there are and how many a person has confirmed. */
export async function progressOf(
  sql: Sql,
  editionId: string,
  sourceRevisionId: string,
): Promise<{ total: number; confirmed: number }> {
  const found = await firstRow(
    sql,
    z.object({ total: wholeNumber, confirmed: wholeNumber }),
    `SELECT COUNT(*) AS total, CAST(COALESCE(SUM(status = 'confirmed'), 0) AS UNSIGNED) AS confirmed
     FROM segment WHERE edition_id = ? AND source_revision_id = ?`,
    [editionId, sourceRevisionId],
  );
  return found ?? { total: 0, confirmed: 0 };
}

/**
 * Work on a translation's segments goes one after the other: preparing, saving and submitting
 * hold the edition first, so that none misses what another has just written.
 */
export async function holdEdition(tx: Sql, editionId: string): Promise<void> {
  await tx.query('SELECT id FROM edition WHERE id = ? FOR UPDATE', [editionId]);
}
