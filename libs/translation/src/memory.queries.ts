import { z } from 'zod';
import { newId, rows, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import type { StoredSegment } from './segment.js';

/** What the memory holds of one source text. */
const unitSchema = z.object({
  id: z.uuid(),
  sourceHash: z.string(),
  contextHash: z.string(),
  target: z.string(),
});
type Unit = z.infer<typeof unitSchema>;

/** A translation from the memory. Score 101: the sentences around it are the same too. */
export interface ExactMatch {
  readonly unitId: string;
  readonly target: string;
  readonly score: 100 | 101;
}

interface Looked {
  readonly sourceHash: string;
  readonly contextHash: string;
}

/**
 * Exact matches for many segments at once, by source hash; in context before any other. Units that
 * are kept for another section than `sectionId` are left out.
 */
export async function exactMatches(
  sql: Sql,
  from: Language,
  to: Language,
  wanted: readonly Looked[],
  sectionId: string | null,
): Promise<(segment: Looked) => ExactMatch | null> {
  const hashes = [...new Set(wanted.map((segment) => segment.sourceHash))];
  const units =
    hashes.length === 0
      ? []
      : await rows(
          sql,
          unitSchema,
          `SELECT id, source_hash AS sourceHash, context_hash AS contextHash, target FROM memory_unit
           WHERE source_language = ? AND target_language = ? AND source_hash IN (?)
             AND deleted_at IS NULL AND (section_id IS NULL OR section_id = ?)
           ORDER BY updated_at DESC, id DESC`,
          [from, to, hashes, sectionId],
        );
  const newest = new Map<string, Unit>();
  const inContext = new Map<string, Unit>();
  for (const unit of units) {
    if (!newest.has(unit.sourceHash)) newest.set(unit.sourceHash, unit);
    inContext.set(`${unit.sourceHash} ${unit.contextHash}`, unit);
  }
  return ({ sourceHash, contextHash }) => {
    const exact = inContext.get(`${sourceHash} ${contextHash}`);
    if (exact) return { unitId: exact.id, target: exact.target, score: 101 };
    const other = newest.get(sourceHash);
    return other ? { unitId: other.id, target: other.target, score: 100 } : null;
  };
}

/**
 * Takes signed-off segments, in their order, into the memory; a newer translation replaces the
 * older one, and a deleted unit comes back.
 */
export async function remember(
  tx: Sql,
  pair: { from: Language; to: Language; articleId: string },
  segments: readonly StoredSegment[],
  at: Date,
): Promise<void> {
  const units = segments.map((segment, index) => [
    newId(),
    ...[pair.from, pair.to, segment.sourceHash, segment.contextHash],
    ...[segment.source, segment.target, pair.articleId, segment.editionId, segment.editedBy],
    ...[segment.place, segments[index - 1]?.sourceHash, segments[index + 1]?.sourceHash],
    ...[at, at],
  ]);
  const worth = units.filter((_, index) => segments[index]?.target !== '');
  for (let start = 0; start < worth.length; start += 200) {
    const some = worth.slice(start, start + 200);
    await tx.query(
      `INSERT INTO memory_unit (id, source_language, target_language, source_hash, context_hash,
         source, target, article_id, edition_id, created_by, place, previous_hash, next_hash,
         created_at, updated_at, changed_at)
       VALUES ${some.map(() => '(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,UTC_TIMESTAMP(6))').join(', ')}
       ON DUPLICATE KEY UPDATE target = VALUES(target), article_id = VALUES(article_id),
         edition_id = VALUES(edition_id), created_by = VALUES(created_by),
         place = VALUES(place), previous_hash = VALUES(previous_hash),
         next_hash = VALUES(next_hash), deleted_at = NULL, updated_at = VALUES(updated_at),
         changed_at = VALUES(changed_at), version = version + 1`,
      some.flatMap((unit) => unit.map((value) => value ?? null)),
    );
  }
}

/** Notes that units were offered to a translator. */
export async function noteUses(tx: Sql, unitIds: readonly string[], at: Date): Promise<void> {
  if (unitIds.length === 0) return;
  await tx.query(
    'UPDATE memory_unit SET uses = uses + 1, used_at = ? WHERE id IN (?) ORDER BY id',
    [at, [...new Set(unitIds)]],
  );
}
