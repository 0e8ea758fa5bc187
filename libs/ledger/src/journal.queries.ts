import { z } from 'zod';
import { rows, wholeNumber, type Sql } from '@desk/database';
import { entryColumns, entrySchema } from './entry.js';

/** An entry of the journal, with the block that seals it; null while it is not yet sealed. */
const journalEntrySchema = entrySchema.extend({ block: wholeNumber.nullable() });
export type JournalEntry = z.infer<typeof journalEntrySchema>;

/** What of the journal is asked for. `sections` null: all. `before`: places below this one. */
export interface JournalFilter {
  readonly sections: readonly string[] | null;
  readonly articleId?: string | undefined;
  readonly editionId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly fact?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Entries that have their place, newest first. */
export async function journal(sql: Sql, filter: JournalFilter): Promise<JournalEntry[]> {
  const parts: [string, unknown][] = [['l.place < ?', filter.before ?? Number.MAX_SAFE_INTEGER]];
  if (filter.sections) parts.push(['l.section_id IN (?)', filter.sections]);
  if (filter.articleId) parts.push(['l.article_id = ?', filter.articleId]);
  if (filter.editionId) parts.push(['l.edition_id = ?', filter.editionId]);
  if (filter.actorId) parts.push(['l.actor_id = ?', filter.actorId]);
  if (filter.fact) parts.push(['l.fact = ?', filter.fact]);
  return rows(
    sql,
    journalEntrySchema,
    `SELECT ${entryColumns}, b.number AS block FROM ledger_entry l
     LEFT JOIN ledger_block b ON l.place BETWEEN b.first_place AND b.last_place
     WHERE ${parts.map(([text]) => text).join(' AND ')} ORDER BY l.place DESC LIMIT ?`,
    [...parts.map(([, value]) => value), filter.limit],
  );
}
