import { z } from 'zod';
import { newId, rows, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import type { StoredSegment } from './segment.js';

/** What the memory holds of one source text. */
const unitSchema = z.object({
  sourceHash: z.string(),
  contextHash: z.string(),
  target: z.string(),
});
type Unit = z.infer<typeof unitSchema>;

/** A translation from the memory. Score 101: the sentences around it are the same too. */
export interface ExactMatch {
  readonly target: string;
  readonly score: 100 | 101;
}

interface Looked {
  readonly sourceHash: string;
  readonly contextHash: string;
}

/** Exact matches for many segments at once, by source hash; in context before any other. */
export async function exactMatches(
  sql: Sql,
  from: Language,
  to: Language,
  wanted: readonly Looked[],
): Promise<(segment: Looked) => ExactMatch | null> {
  const hashes = [...new Set(wanted.map((segment) => segment.sourceHash))];
  const units =
    hashes.length === 0
      ? []
      : await rows(
          sql,
          unitSchema,
          `SELECT source_hash AS sourceHash, context_hash AS contextHash, target FROM memory_unit
           WHERE source_language = ? AND target_language = ? AND source_hash IN (?)
           ORDER BY updated_at DESC, id DESC`,
          [from, to, hashes],
        );
  const newest = new Map<string, Unit>();
  const inContext = new Map<string, Unit>();
  for (const unit of units) {
    if (!newest.has(unit.sourceHash)) newest.set(unit.sourceHash, unit);
    inContext.set(`${unit.sourceHash} ${unit.contextHash}`, unit);
  }
  return ({ sourceHash, contextHash }) => {
    const exact = inContext.get(`${sourceHash} ${contextHash}`);
    if (exact) return { target: exact.target, score: 101 };
    const other = newest.get(sourceHash);
    return other ? { target: other.target, score: 100 } : null;
  };
}

/** Takes signed-off segments into the memory; a newer translation replaces the older one. */
export async function remember(
  tx: Sql,
  pair: { from: Language; to: Language; articleId: string },
  segments: readonly StoredSegment[],
  at: Date,
): Promise<void> {
  const worth = segments.filter((segment) => segment.target !== '');
  for (let start = 0; start < worth.length; start += 200) {
    const some = worth.slice(start, start + 200);
    await tx.query(
      `INSERT INTO memory_unit VALUES ${some.map(() => '(?,?,?,?,?,?,?,?,?,?,?,?)').join(', ')}
       ON DUPLICATE KEY UPDATE target = VALUES(target), article_id = VALUES(article_id),
         edition_id = VALUES(edition_id), created_by = VALUES(created_by),
         updated_at = VALUES(updated_at)`,
      some.flatMap((segment) => [
        newId(),
        pair.from,
        pair.to,
        segment.sourceHash,
        segment.contextHash,
        segment.source,
        segment.target,
        pair.articleId,
        segment.editionId,
        segment.editedBy,
        at,
        at,
      ]),
    );
  }
}
