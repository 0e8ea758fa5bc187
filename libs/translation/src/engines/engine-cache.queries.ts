import { createHash } from 'node:crypto';
import { z } from 'zod';
import { change, rows, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import type { EngineText } from './engine.js';

/** Whose answers, and between which languages. */
export interface CachePlace {
  readonly engine: string;
  readonly from: Language;
  readonly to: Language;
}

/** The text with its terms: with other terms an engine would say something else. */
export const cacheKey = ({ text, terms }: EngineText): string =>
  createHash('sha256')
    .update(JSON.stringify([text, terms.map(({ source, target }) => [source, target])]))
    .digest('hex');

const rowSchema = z.object({ hash: z.string(), target: z.string().nullable() });

/** What the engine said before, by key; null: nothing that could be used. */
export async function cachedTargets(
  sql: Sql,
  { engine, from, to }: CachePlace,
  keys: readonly string[],
): Promise<Map<string, string | null>> {
  if (keys.length === 0) return new Map();
  const found = await rows(
    sql,
    rowSchema,
    `SELECT text_hash AS hash, target FROM engine_cache
     WHERE engine = ? AND from_language = ? AND to_language = ? AND text_hash IN (?)`,
    [engine, from, to, keys],
  );
  return new Map(found.map(({ hash, target }) => [hash, target]));
}

export async function cacheTargets(
  sql: Sql,
  { engine, from, to }: CachePlace,
  targets: ReadonlyMap<string, string | null>,
  at: Date,
): Promise<void> {
  if (targets.size === 0) return;
  const values = [...targets].map(([hash, target]) => [engine, from, to, hash, target, at]);
  await sql.query(
    `INSERT INTO engine_cache (engine, from_language, to_language, text_hash, target, created_at)
     VALUES ${values.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}
     ON DUPLICATE KEY UPDATE target = VALUE(target), created_at = VALUE(created_at)`,
    values.flat(),
  );
}

/** Engines learn: what they said long ago is asked again. */
export const forgetOldAnswers = (sql: Sql, before: Date): Promise<number> =>
  change(sql, 'DELETE FROM engine_cache WHERE created_at < ? LIMIT 10000', [before]);
