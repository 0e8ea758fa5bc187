import { z } from 'zod';
import type { ImportRow } from '@desk/contracts';
import { change, rows as readRows, type Sql } from '@desk/database';
import { Refused } from '@desk/errors';

/** A row of an import that is to be written, and as what. */
export interface WrittenRow {
  readonly row: ImportRow;
  readonly status: 'draft' | 'confirmed';
}

const AT_ONCE = 500;

/**
 * Writes texts into their segments, many with one statement.
 * @throws Refused `segment.changed_meanwhile` when one is not in the version that was seen
 */
export async function writeRows(
  tx: Sql,
  all: readonly WrittenRow[],
  personId: string,
  at: Date,
): Promise<void> {
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const some = all.slice(start, start + AT_ONCE);
    const written = some.map(({ row: { segmentId, version, target }, status }) => ({
      ...{ id: segmentId, version, target, status },
    }));
    const touched = await change(
      tx,
      `UPDATE segment g JOIN JSON_TABLE(?, '$[*]' COLUMNS (id char(36) PATH '$.id',
         version int PATH '$.version', target longtext PATH '$.target',
         status varchar(12) PATH '$.status')) j ON g.id = CAST(j.id AS uuid) AND j.version = g.version
       SET g.target = j.target, g.status = j.status, g.origin = 'person', g.edited_by = ?,
         g.updated_at = ?, g.version = g.version + 1`,
      [JSON.stringify(written), personId, at],
    );
    if (touched !== some.length) throw await changedMeanwhile(tx, some);
  }
}

const versionSchema = z.object({ id: z.uuid(), version: z.int(), target: z.string() });

/** Tells which segment it was, with both texts. */
async function changedMeanwhile(tx: Sql, some: readonly WrittenRow[]): Promise<Refused> {
  const now = await readRows(
    tx,
    versionSchema,
    'SELECT id, version, target FROM segment WHERE id IN (?)',
    [some.map(({ row }) => row.segmentId)],
  );
  const known = new Map(now.map((one) => [one.id, one]));
  // Those that were written stand one version higher.
  const lost = some.find(({ row }) => known.get(row.segmentId)?.version !== row.version + 1);
  const found = known.get(lost?.row.segmentId ?? '');
  return new Refused('segment.changed_meanwhile', {
    currentVersion: found?.version ?? lost?.row.version,
    yours: lost?.row.target,
    theirs: found?.target ?? lost?.row.currentTarget,
  });
}
