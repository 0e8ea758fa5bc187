import { z } from 'zod';
import { seatsLeft } from '@desk/articles';
import {
  roundOutcomeSchema,
  seatSchema,
  signOffPolicySchema,
  type ReviewRound,
  type SignOff,
} from '@desk/contracts';
import { firstRow, jsonColumn, rows, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';
import type { Signature } from './sign-off.policy.js';

const openRoundSchema = z.object({
  id: z.uuid(),
  number: z.int(),
  revisionId: z.uuid(),
  revisionHash: z.string(),
  policy: jsonColumn(signOffPolicySchema),
});
export type OpenRound = z.infer<typeof openRoundSchema>;

/** The round that is open for an edition; null when none is. */
export const openRound = (sql: Sql, editionId: string): Promise<OpenRound | null> =>
  firstRow(sql, openRoundSchema, openRoundText, [editionId]);

/** The same, held until the transaction ends: who signs next waits and then sees this one's. */
export const lockedOpenRound = (tx: Sql, editionId: string): Promise<OpenRound | null> =>
  firstRow(tx, openRoundSchema, `${openRoundText} FOR UPDATE`, [editionId]);

const openRoundText = `SELECT id, number, revision_id AS revisionId, revision_hash AS revisionHash,
  policy FROM review_round WHERE open_key = ?`;

/** The sign-offs of a round that stand. */
export const signaturesOf = (sql: Sql, roundId: string): Promise<Signature[]> =>
  rows(
    sql,
    z.object({ seat: seatSchema, accountId: z.uuid() }),
    'SELECT seat, account_id AS accountId FROM sign_off WHERE round_id = ? AND voided_at IS NULL',
    [roundId],
  );

const roundRowSchema = openRoundSchema.extend({
  editionId: z.uuid(),
  language: languageSchema,
  revisionNumber: z.int(),
  openedBy: z.uuid(),
  openedByName: z.string(),
  openedAt: z.date(),
  closedAt: z.date().nullable(),
  outcome: roundOutcomeSchema.nullable(),
});

const signOffRowSchema = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  seat: seatSchema,
  accountId: z.uuid(),
  name: z.string(),
  revisionHash: z.string(),
  acceptedStaleAgainst: z.uuid().nullable(),
  note: z.string(),
  signedAt: z.date(),
  voidedAt: z.date().nullable(),
});

/** The rounds of an edition with their sign-offs, newest first; those before number `before`. */
export async function roundsOf(
  sql: Sql,
  editionId: string,
  limit: number,
  before: number | null,
): Promise<ReviewRound[]> {
  const found = await rows(
    sql,
    roundRowSchema,
    `SELECT r.id, r.edition_id AS editionId, r.language, r.number, r.revision_id AS revisionId,
       v.number AS revisionNumber, r.revision_hash AS revisionHash, r.policy,
       r.opened_by AS openedBy, o.name AS openedByName, r.opened_at AS openedAt,
       r.closed_at AS closedAt, r.outcome
     FROM review_round r JOIN revision v ON v.id = r.revision_id
     JOIN account o ON o.id = r.opened_by
     WHERE r.edition_id = ? AND r.number < ? ORDER BY r.number DESC LIMIT ?`,
    [editionId, before ?? 4_294_967_295, limit],
  );
  const signOffs = await signOffsOf(
    sql,
    found.map(({ id }) => id),
  );
  return found.map(({ openedBy, openedByName, ...round }) => {
    const given = signOffs.filter(({ roundId }) => roundId === round.id);
    return {
      ...round,
      openedBy: { id: openedBy, name: openedByName },
      seatsLeft: seatsLeft(
        round.policy,
        given.filter(({ voidedAt }) => voidedAt === null),
      ),
      signOffs: given.map(({ roundId: _, ...signOff }) => signOff),
    };
  });
}

async function signOffsOf(
  sql: Sql,
  roundIds: readonly string[],
): Promise<(SignOff & { roundId: string })[]> {
  if (roundIds.length === 0) return [];
  const found = await rows(
    sql,
    signOffRowSchema,
    `SELECT s.id, s.round_id AS roundId, s.seat, s.account_id AS accountId, a.name,
       s.revision_hash AS revisionHash, s.accepted_stale_against AS acceptedStaleAgainst,
       s.note, s.signed_at AS signedAt, s.voided_at AS voidedAt
     FROM sign_off s JOIN account a ON a.id = s.account_id
     WHERE s.round_id IN (?) ORDER BY s.signed_at, s.id`,
    [roundIds],
  );
  return found.map(({ accountId, name, ...signOff }) => ({
    ...signOff,
    person: { id: accountId, name },
  }));
}
