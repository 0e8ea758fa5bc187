import { z } from 'zod';
import { change, firstRow, wholeNumber, type Sql } from '@desk/database';
import type { EngineName } from './engine.js';
import { EngineTrouble, maybePasses, needsPerson, troubleKinds } from './engine-trouble.js';

/** When an engine is left alone, and for how long. */
export interface BreakerRules {
  /** So many failures one after the other open it. */
  readonly failures: number;
  readonly restMs: number;
  /** After what only a person can put right: a key, a quota. */
  readonly longRestMs: number;
  /** So long the one request that tries a resting engine may take. */
  readonly trialMs: number;
}

export const usualRules: BreakerRules = {
  failures: 5,
  restMs: 60_000,
  longRestMs: 30 * 60_000,
  trialMs: 60_000,
};

const breakerSchema = z.object({
  failures: wholeNumber,
  openUntil: z.date().nullable(),
  trouble: z.enum(troubleKinds).nullable(),
  troubleDetail: z.string().nullable(),
  troubleAt: z.date().nullable(),
  answeredAt: z.date().nullable(),
});
export type Breaker = z.infer<typeof breakerSchema>;

/** Kept in the database: all processes leave an engine alone together, also after a restart. */
export async function breakerOf(sql: Sql, engine: EngineName): Promise<Breaker> {
  const found = await firstRow(
    sql,
    breakerSchema,
    `SELECT failures, open_until AS openUntil, trouble, trouble_detail AS troubleDetail,
       trouble_at AS troubleAt, answered_at AS answeredAt
     FROM engine_breaker WHERE engine = ?`,
    [engine],
  );
  const untried = { failures: 0, openUntil: null, trouble: null };
  return found ?? { ...untried, troubleDetail: null, troubleAt: null, answeredAt: null };
}

/**
 * Whether a request may be made now. When a rest is over, one request is let through as a
 * trial; the others wait for what becomes of it.
 */
export async function letThrough(
  sql: Sql,
  engine: EngineName,
  at: Date,
  { trialMs }: BreakerRules,
): Promise<'yes' | 'trial' | 'no'> {
  const { openUntil } = await breakerOf(sql, engine);
  if (openUntil === null) return 'yes';
  if (openUntil > at) return 'no';
  const claimed = await change(
    sql,
    'UPDATE engine_breaker SET open_until = ? WHERE engine = ? AND open_until = ?',
    [new Date(at.getTime() + trialMs), engine, openUntil],
  );
  return claimed === 1 ? 'trial' : 'no';
}

export async function noteAnswer(sql: Sql, engine: EngineName, at: Date): Promise<void> {
  await sql.query(
    `INSERT INTO engine_breaker (engine, answered_at) VALUES (?, ?)
     ON DUPLICATE KEY UPDATE failures = 0, open_until = NULL, answered_at = VALUE(answered_at)`,
    [engine, at],
  );
}

/**
 * Notes what went wrong; opens the breaker when it is enough, when a trial failed, or when the
 * engine asks to be left alone. An engine that only refuses a request is well.
 */
export async function noteTrouble(
  sql: Sql,
  engine: EngineName,
  at: Date,
  trouble: EngineTrouble,
  rules: BreakerRules,
): Promise<void> {
  const { kind, message } = trouble;
  const weighs = maybePasses(trouble) || needsPerson(trouble);
  const rest = restAfter(trouble, rules);
  const until = new Date(at.getTime() + (rest ?? rules.restMs));
  await sql.query(
    `INSERT INTO engine_breaker (engine, failures, open_until, trouble, trouble_detail, trouble_at)
     VALUES (?, ?, IF(?, ?, NULL), ?, ?, ?)
     ON DUPLICATE KEY UPDATE
       open_until = IF(? AND (? OR failures + 1 >= ? OR open_until IS NOT NULL), ?, IF(?, open_until, NULL)),
       failures = IF(?, failures + 1, 0),
       trouble = VALUE(trouble), trouble_detail = VALUE(trouble_detail),
       trouble_at = VALUE(trouble_at)`,
    [
      ...[engine, weighs ? 1 : 0, rest !== null, until, kind, message.slice(0, 200), at],
      ...[weighs, rest !== null, rules.failures, until, weighs, weighs],
    ],
  );
}

/** How long it is left alone at once; null: only after several failures. */
function restAfter(trouble: EngineTrouble, { restMs, longRestMs }: BreakerRules): number | null {
  if (needsPerson(trouble)) return Math.max(longRestMs, trouble.waitMs ?? 0);
  if (!maybePasses(trouble) || trouble.waitMs === null) return null;
  return trouble.waitMs > restMs ? trouble.waitMs : null;
}
