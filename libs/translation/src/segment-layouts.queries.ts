import { z } from 'zod';
import { firstRow, jsonColumn, type Sql } from '@desk/database';
import { naturalLayout, segmentLayoutSchema, type SegmentLayout } from './segments/index.js';

/** How an edition's segments of a source revision are laid out. */
export async function layoutOf(
  sql: Sql,
  editionId: string,
  sourceRevisionId: string,
): Promise<SegmentLayout> {
  const found = await firstRow(
    sql,
    z.object({ layout: jsonColumn(segmentLayoutSchema) }),
    'SELECT layout FROM segment_layout WHERE edition_id = ? AND source_revision_id = ?',
    [editionId, sourceRevisionId],
  );
  return found?.layout ?? naturalLayout;
}

export async function keepLayout(
  sql: Sql,
  editionId: string,
  sourceRevisionId: string,
  layout: SegmentLayout,
): Promise<void> {
  await sql.query(
    `INSERT INTO segment_layout (edition_id, source_revision_id, layout) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE layout = VALUES(layout)`,
    [editionId, sourceRevisionId, JSON.stringify(layout)],
  );
}
