import { z } from 'zod';
import {
  encodeCursor,
  memoryUnitSchema,
  readCursor,
  type MemoryUnit,
  type MemoryUnitQuery,
  type Page,
} from '@desk/contracts';
import { firstRow, jsonColumn, rows, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';

export const memoryUnitRowSchema = memoryUnitSchema.extend({
  tags: jsonColumn(z.array(z.string())),
});

export const memoryUnitColumns = `u.id, u.source_language AS sourceLanguage,
  u.target_language AS targetLanguage, u.source, u.target, u.place, u.article_id AS articleId,
  u.edition_id AS editionId, u.section_id AS sectionId, u.tags, u.import_id AS importId,
  u.created_by AS createdBy, u.changed_by AS changedBy, u.uses, u.used_at AS usedAt,
  u.created_at AS createdAt, u.updated_at AS updatedAt, u.version`;

const select = `SELECT ${memoryUnitColumns} FROM memory_unit u`;

/** A condition with the values of its question marks. */
type Part = readonly [text: string, ...values: unknown[]];

/** What units a person may see: of all sections (`null`), or only of these and of none. */
export const seenBy = (sections: readonly string[] | null): Part =>
  sections === null
    ? ['TRUE']
    : sections.length === 0
      ? ['u.section_id IS NULL']
      : ['(u.section_id IS NULL OR u.section_id IN (?))', sections];

/** @throws Missing `memory.unit_missing` */
export async function memoryUnit(
  sql: Sql,
  id: string,
  sections: readonly string[] | null,
): Promise<MemoryUnit> {
  const [seen, ...values] = seenBy(sections);
  const found = await firstRow(
    sql,
    memoryUnitRowSchema,
    `${select} WHERE u.id = ? AND u.deleted_at IS NULL AND ${seen}`,
    [id, ...values],
  );
  if (!found) throw new Missing('memory.unit_missing', { id });
  return found;
}

/** The units of these ids that are still there, by their ids. */
export async function memoryUnits(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MemoryUnit>> {
  const found = new Map<string, MemoryUnit>();
  for (let start = 0; start < ids.length; start += 500) {
    const some = await rows(
      sql,
      memoryUnitRowSchema,
      `${select} WHERE u.id IN (?) AND u.deleted_at IS NULL`,
      [ids.slice(start, start + 500)],
    );
    for (const unit of some) found.set(unit.id, unit);
  }
  return found;
}

/** Newest first. */
export async function memoryUnitPage(
  sql: Sql,
  query: MemoryUnitQuery,
  sections: readonly string[] | null,
): Promise<Page<MemoryUnit>> {
  const parts: Part[] = [['u.deleted_at IS NULL'], seenBy(sections)];
  if (query.sourceLanguage) parts.push(['u.source_language = ?', query.sourceLanguage]);
  if (query.targetLanguage) parts.push(['u.target_language = ?', query.targetLanguage]);
  if (query.sectionId) parts.push(['u.section_id = ?', query.sectionId]);
  if (query.importId) parts.push(['u.import_id = ?', query.importId]);
  if (query.articleId) parts.push(['u.article_id = ?', query.articleId]);
  if (query.tag) parts.push(['JSON_CONTAINS(u.tags, JSON_QUOTE(?))', query.tag]);
  if (query.cursor !== undefined) {
    parts.push(['u.id < ?', ...readCursor(query.cursor, z.tuple([z.uuid()]))]);
  }
  const found = await rows(
    sql,
    memoryUnitRowSchema,
    `${select} WHERE ${parts.map(([text]) => text).join(' AND ')} ORDER BY u.id DESC LIMIT ?`,
    [...parts.flatMap(([, ...values]) => values), query.limit + 1],
  );
  const items = found.slice(0, query.limit);
  const last = found.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last ? encodeCursor([last.id]) : null };
}
