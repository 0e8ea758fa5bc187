import { z } from 'zod';
import { seatSchema, signOffPolicySchema, taskKindSchema, taskStateSchema } from '@desk/contracts';
import { flag, jsonColumn, rows, type Sql } from '@desk/database';
import type { RoundState, RoundTask } from './settle.policy.js';

const roundSchema = z.object({
  id: z.uuid(),
  revisionId: z.uuid(),
  openedBy: z.uuid(),
  outcome: z.string().nullable(),
  open: flag,
  policy: jsonColumn(signOffPolicySchema),
});
export type Round = z.infer<typeof roundSchema>;

/** The last review round of an edition and all that have tasks still to be done, newest first. */
export const roundsToSettle = (tx: Sql, editionId: string): Promise<Round[]> =>
  rows(
    tx,
    roundSchema,
    `SELECT r.id, r.revision_id AS revisionId, r.opened_by AS openedBy, r.outcome,
       r.open_key IS NOT NULL AS open, r.policy
     FROM review_round r
     WHERE r.edition_id = ? AND (
       r.number = (SELECT MAX(number) FROM review_round WHERE edition_id = ?)
       OR r.id IN (SELECT round_id FROM task
                   WHERE edition_id = ? AND state IN ('open', 'claimed') AND round_id IS NOT NULL))
     ORDER BY r.number DESC`,
    [editionId, editionId, editionId],
  );

/** Everybody who signed in a round, latest first, void or not. */
export const signaturesIn = (
  tx: Sql,
  roundId: string,
): Promise<RoundState['signatures'][number][]> =>
  rows(
    tx,
    z.object({ seat: seatSchema, accountId: z.uuid(), stands: flag }),
    `SELECT seat, account_id AS accountId, voided_at IS NULL AS stands FROM sign_off
     WHERE round_id = ? ORDER BY signed_at DESC, id DESC`,
    [roundId],
  );

/** The tasks of a round, held until the transaction ends. */
export const tasksOfRound = (tx: Sql, editionId: string, roundId: string): Promise<RoundTask[]> =>
  rows(
    tx,
    z.object({
      id: z.uuid(),
      kind: taskKindSchema,
      state: taskStateSchema,
      assigneeId: z.uuid().nullable(),
    }),
    `SELECT id, kind, state, assignee_id AS assigneeId FROM task
     WHERE edition_id = ? AND round_id = ? ORDER BY id FOR UPDATE`,
    [editionId, roundId],
  );
