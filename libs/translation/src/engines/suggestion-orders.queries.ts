import { z } from 'zod';
import { noSuggestionReasons } from '@desk/contracts';
import { change, firstRow, newId, rows, wholeNumber, type Sql } from '@desk/database';
import { engineNames, type EngineName } from './engine.js';

/** Suggestions are wanted for the segments of an edition that nothing is known for. */
export const suggestionOrderSchema = z.object({
  id: z.uuid(),
  editionId: z.uuid(),
  sourceRevisionId: z.uuid(),
  state: z.enum(['waiting', 'done']),
  /** Why segments are without a suggestion; null: none is, or it is not known yet. */
  reason: z.enum(noSuggestionReasons).nullable(),
  engine: z.enum(engineNames).nullable(),
  asked: wholeNumber,
  suggested: wholeNumber,
  attempts: wholeNumber,
  dueAt: z.date().nullable(),
});
export type SuggestionOrder = z.infer<typeof suggestionOrderSchema>;

const columns = `id, edition_id AS editionId, source_revision_id AS sourceRevisionId, state, reason,
  engine, asked, suggested, attempts, due_at AS dueAt`;

/** Orders suggestions once for a source revision; without an engine the order is settled at once. */
export async function orderSuggestions(
  tx: Sql,
  at: Date,
  of: { editionId: string; sourceRevisionId: string },
  engine: EngineName | null,
): Promise<void> {
  const settled = engine === null;
  await tx.query(
    `INSERT IGNORE INTO suggestion_order (id, edition_id, source_revision_id, state, reason, engine,
       due_at, ordered_at, done_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[newId(), of.editionId, of.sourceRevisionId, settled ? 'done' : 'waiting'],
      ...[settled ? 'no_engine' : null, engine, settled ? null : at, at, settled ? at : null],
    ],
  );
}

export const suggestionOrder = (sql: Sql, id: string): Promise<SuggestionOrder | null> =>
  firstRow(sql, suggestionOrderSchema, `SELECT ${columns} FROM suggestion_order WHERE id = ?`, [
    id,
  ]);

export const orderFor = (
  sql: Sql,
  editionId: string,
  sourceRevisionId: string,
): Promise<SuggestionOrder | null> =>
  firstRow(
    sql,
    suggestionOrderSchema,
    `SELECT ${columns} FROM suggestion_order WHERE edition_id = ? AND source_revision_id = ?`,
    [editionId, sourceRevisionId],
  );

/** Orders that are due; the job's id changes with each try. */
export async function dueSuggestions(
  sql: Sql,
  at: Date,
  limit: number,
): Promise<{ jobId: string; id: string }[]> {
  const due = await rows(
    sql,
    suggestionOrderSchema.pick({ id: true, attempts: true }),
    `SELECT id, attempts FROM suggestion_order
     WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?`,
    [at, limit],
  );
  return due.map(({ id, attempts }) => ({ jobId: `suggest_${id}_${attempts}`, id }));
}

/** Takes an order that is due; whoever dies at it leaves it due again at `until`. */
export async function claimOrder(
  sql: Sql,
  { id, attempts }: SuggestionOrder,
  at: Date,
  until: Date,
): Promise<boolean> {
  const claimed = await change(
    sql,
    `UPDATE suggestion_order SET attempts = attempts + 1, due_at = ?
     WHERE id = ? AND state = 'waiting' AND attempts = ? AND due_at <= ?`,
    [until, id, attempts, at],
  );
  return claimed === 1;
}

/** How a try ended. `dueAt`: when to try again; null: the order is settled. */
export interface OrderEnd {
  readonly reason: SuggestionOrder['reason'];
  readonly engine: EngineName | null;
  readonly asked: number;
  readonly suggested: number;
  readonly dueAt: Date | null;
}

/** Only of the try that it belongs to: a later one has the say. */
export async function endTry(
  tx: Sql,
  { id, attempts }: SuggestionOrder,
  at: Date,
  { reason, engine, asked, suggested, dueAt }: OrderEnd,
): Promise<boolean> {
  const touched = await change(
    tx,
    `UPDATE suggestion_order SET state = ?, reason = ?, engine = ?, asked = GREATEST(asked, ?),
       suggested = suggested + ?, due_at = ?, done_at = ?
     WHERE id = ? AND state = 'waiting' AND attempts = ?`,
    [
      ...[dueAt === null ? 'done' : 'waiting', reason, engine, asked, suggested, dueAt],
      ...[dueAt === null ? at : null, id, attempts + 1],
    ],
  );
  return touched === 1;
}
