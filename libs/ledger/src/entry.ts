import { z } from 'zod';
import { firstRow, jsonColumn, wholeNumber, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';
import { facts, isFact, type Fact, type FactPayload } from './facts.js';

/** An entry of the ledger as it is read back. `place` is its number in commit order. */
export const entrySchema = z.object({
  id: z.uuid(),
  fact: z.custom<Fact>((name) => typeof name === 'string' && isFact(name)),
  at: z.date(),
  actorId: z.uuid().nullable(),
  requestId: z.string(),
  traceParent: z.string().nullable(),
  sectionId: z.uuid().nullable(),
  articleId: z.uuid().nullable(),
  editionId: z.uuid().nullable(),
  language: z.string().nullable(),
  revisionId: z.uuid().nullable(),
  revisionHash: z.string().nullable(),
  subjectId: z.uuid().nullable(),
  payload: jsonColumn(z.record(z.string(), z.unknown())),
  place: wholeNumber.nullable(),
});
export type Entry = z.infer<typeof entrySchema>;

export const entryColumns = `l.id, l.fact, l.at, l.actor_id AS actorId, l.request_id AS requestId,
  l.trace_parent AS traceParent, l.section_id AS sectionId, l.article_id AS articleId,
  l.edition_id AS editionId, l.language, l.revision_id AS revisionId,
  l.revision_hash AS revisionHash, l.subject_id AS subjectId, l.payload, l.place`;

/** @throws Missing `entry.missing` */
export async function entry(sql: Sql, id: string): Promise<Entry> {
  const found = await firstRow(
    sql,
    entrySchema,
    `SELECT ${entryColumns} FROM ledger_entry l WHERE l.id = ?`,
    [id],
  );
  if (!found) throw new Missing('entry.missing', { id });
  return found;
}

/** What an entry says, checked, when it is of this fact; null when it is of another. */
export function saying<F extends Fact>(fact: F, of: Entry): FactPayload<F> | null {
  if (of.fact !== fact) return null;
  const schema: z.ZodType<FactPayload<F>> = facts[fact] as unknown as z.ZodType<FactPayload<F>>;
  return schema.parse(of.payload);
}
