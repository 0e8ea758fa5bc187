import { z } from 'zod';
import { change, firstRow, wholeNumber, type Sql } from '@desk/database';
import type { EngineName } from './engine.js';

/** The month that a budget is for, in UTC: `2026-11`. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

/**
 * Counts characters before they are sent, if the budget has room for them. What two processes
 * send at once is counted for both, so that the budget is not exceeded together either.
 */
export async function reserve(
  sql: Sql,
  engine: EngineName,
  month: string,
  characters: number,
  budget: number | null,
): Promise<boolean> {
  await sql.query('INSERT IGNORE INTO engine_usage (engine, month) VALUES (?, ?)', [engine, month]);
  const counted = await change(
    sql,
    `UPDATE engine_usage SET characters = characters + ?, requests = requests + 1
     WHERE engine = ? AND month = ? AND (? IS NULL OR characters + ? <= ?)`,
    [characters, engine, month, budget, characters, budget],
  );
  return counted === 1;
}

/** What was not translated is not charged. */
export async function giveBack(
  sql: Sql,
  engine: EngineName,
  month: string,
  characters: number,
): Promise<void> {
  await sql.query(
    `UPDATE engine_usage SET characters = GREATEST(characters, ?) - ?
     WHERE engine = ? AND month = ?`,
    [characters, characters, engine, month],
  );
}

const usageSchema = z.object({ characters: wholeNumber, requests: wholeNumber });
export type Usage = z.infer<typeof usageSchema>;

export async function usageIn(sql: Sql, engine: EngineName, month: string): Promise<Usage> {
  const found = await firstRow(
    sql,
    usageSchema,
    'SELECT characters, requests FROM engine_usage WHERE engine = ? AND month = ?',
    [engine, month],
  );
  return found ?? { characters: 0, requests: 0 };
}
