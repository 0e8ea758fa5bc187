import type { Edition } from '@desk/articles';
import type { Sql } from '@desk/database';

/** Who works on a translation has written it, and cannot sign it (guarantee A). */
export async function noteContributor(
  tx: Sql,
  edition: Edition,
  personId: string,
  at: Date,
): Promise<void> {
  if (edition.contributors.includes(personId)) return;
  await tx.query(
    `UPDATE edition SET contributors = JSON_ARRAY_APPEND(contributors, '$', ?),
       updated_at = ?, version = version + 1
     WHERE id = ? AND NOT JSON_CONTAINS(contributors, JSON_QUOTE(?))`,
    [personId, at, edition.id, personId],
  );
}
