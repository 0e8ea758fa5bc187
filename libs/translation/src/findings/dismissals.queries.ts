import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { dismissalSchema, type Dismissal } from '@desk/contracts';
import { change, newId, rows, type Sql } from '@desk/database';

const rowSchema = dismissalSchema.extend({
  sourceHash: z.string(),
  finding: z.string(),
  dismissedAt: z.date(),
});

/** An edition's dismissals, found by the hash of a sentence and the key of a finding. */
export type Dismissals = (sourceHash: string, finding: string) => Dismissal | null;

export async function dismissalsOf(sql: Sql, editionId: string): Promise<Dismissals> {
  const found = await rows(
    sql,
    rowSchema,
    `SELECT source_hash AS sourceHash, finding, reason, dismissed_by AS dismissedBy,
       dismissed_at AS dismissedAt
     FROM finding_dismissal WHERE edition_id = ?`,
    [editionId],
  );
  const byKey = new Map(
    found.map(({ sourceHash, finding, ...dismissal }) => [`${sourceHash} ${finding}`, dismissal]),
  );
  return (sourceHash, finding) => byKey.get(`${sourceHash} ${finding}`) ?? null;
}

/** Where a dismissal belongs: the edition, the sentence, the finding. */
export interface DismissalPlace {
  readonly editionId: string;
  readonly sourceHash: string;
  readonly finding: string;
}

/** Keeps a dismissal; a newer reason replaces the older. */
export async function keepDismissal(
  tx: EntityManager,
  { editionId, sourceHash, finding }: DismissalPlace,
  { reason, dismissedBy, dismissedAt }: Dismissal,
): Promise<void> {
  await tx.query(
    `INSERT INTO finding_dismissal VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE reason = VALUE(reason), dismissed_by = VALUE(dismissed_by),
       dismissed_at = VALUE(dismissed_at)`,
    [
      newId(),
      editionId,
      sourceHash,
      hashOf(finding),
      finding,
      reason,
      dismissedBy,
      new Date(dismissedAt),
    ],
  );
}

/** Whether there was one to be taken back. */
export async function removeDismissal(
  tx: EntityManager,
  { editionId, sourceHash, finding }: DismissalPlace,
): Promise<boolean> {
  const touched = await change(
    tx,
    `DELETE FROM finding_dismissal WHERE edition_id = ? AND source_hash = ? AND finding_hash = ?`,
    [editionId, sourceHash, hashOf(finding)],
  );
  return touched > 0;
}

const hashOf = (finding: string): string =>
  createHash('sha256').update(finding, 'utf8').digest('hex');
