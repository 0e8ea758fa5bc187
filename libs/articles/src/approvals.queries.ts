import { z } from 'zod';
import { seatSchema, signOffPolicySchema } from '@desk/contracts';
import { firstRow, jsonColumn, rows, type Sql } from '@desk/database';

const signOffSchema = z.object({
  seat: seatSchema,
  accountId: z.uuid(),
  revisionHash: z.string(),
  /** The newer source revision that the signed text knowingly lacks. */
  acceptedStaleAgainst: z.uuid().nullable(),
});

/** The sign-offs that stand for a revision, and the policy under which they were asked for. */
export interface Approval {
  readonly policy: z.infer<typeof signOffPolicySchema>;
  readonly signOffs: readonly z.infer<typeof signOffSchema>[];
}

/**
 * What speaks for a revision in the last review round that was opened for it; null when none
 * was. Read wherever a text is about to become public, so that it need not rest on the
 * edition's state alone (guarantee A).
 */
export async function approvalOf(sql: Sql, revisionId: string): Promise<Approval | null> {
  const round = await firstRow(
    sql,
    z.object({ id: z.uuid(), policy: jsonColumn(signOffPolicySchema) }),
    `SELECT id, policy FROM review_round WHERE edition_id = (
       SELECT edition_id FROM revision WHERE id = ?) AND revision_id = ?
     ORDER BY number DESC LIMIT 1`,
    [revisionId, revisionId],
  );
  if (!round) return null;
  const signOffs = await rows(
    sql,
    signOffSchema,
    `SELECT seat, account_id AS accountId, revision_hash AS revisionHash,
       accepted_stale_against AS acceptedStaleAgainst
     FROM sign_off WHERE round_id = ? AND revision_id = ? AND voided_at IS NULL`,
    [round.id, revisionId],
  );
  return { policy: round.policy, signOffs };
}
