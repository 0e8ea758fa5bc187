import { createHash } from 'node:crypto';
import stringify from 'fast-json-stable-stringify';
import { z } from 'zod';
import { firstRow, rows, wholeNumber, type Sql } from '@desk/database';
import { entryColumns, entrySchema, type Entry } from './entry.js';

/** The hash before the first block. */
const beginning = '0'.repeat(64);
/** Entries in one block at most. */
export const BLOCK_SIZE = 1_000;

const blockSchema = z.object({
  number: wholeNumber,
  firstPlace: wholeNumber,
  lastPlace: wholeNumber,
  previousHash: z.string(),
  hash: z.string(),
});
export type Block = z.infer<typeof blockSchema>;
const blockColumns = `number, first_place AS firstPlace, last_place AS lastPlace,
  previous_hash AS previousHash, hash`;

/** SHA-256, hex, over the previous block's hash and each entry as JSON with sorted keys. */
export function blockHash(previousHash: string, entries: readonly Entry[]): string {
  const sum = createHash('sha256').update(previousHash);
  for (const entry of entries) sum.update('\n').update(stringify(entry));
  return sum.digest('hex');
}

/**
 * Seals the numbered entries that are not yet in a block. To be called in a transaction; the
 * lock on the cursor's row keeps two sealers apart. Returns the block, or null when there was
 * nothing to seal.
 */
export async function sealBlock(tx: Sql, at: Date): Promise<Block | null> {
  const cursor = await firstRow(
    tx,
    z.object({ place: wholeNumber }),
    `SELECT place FROM ledger_cursor WHERE name = 'sealed' FOR UPDATE`,
  );
  const sealed = cursor?.place ?? 0;
  const entries = await entriesBetween(tx, sealed + 1, sealed + BLOCK_SIZE);
  const first = entries[0]?.place;
  const last = entries.at(-1)?.place;
  if (first == null || last == null) return null;
  const previous = await firstRow(
    tx,
    blockSchema,
    `SELECT ${blockColumns} FROM ledger_block ORDER BY number DESC LIMIT 1`,
  );
  const previousHash = previous?.hash ?? beginning;
  const block: Block = {
    number: (previous?.number ?? 0) + 1,
    firstPlace: first,
    lastPlace: last,
    previousHash,
    hash: blockHash(previousHash, entries),
  };
  await tx.query('INSERT INTO ledger_block VALUES (?, ?, ?, ?, ?, ?)', [
    block.number,
    block.firstPlace,
    block.lastPlace,
    block.previousHash,
    block.hash,
    at,
  ]);
  await tx.query(`UPDATE ledger_cursor SET place = ? WHERE name = 'sealed'`, [last]);
  return block;
}

/** What is wrong with the sealed ledger, in the order found; nothing when all is as sealed. */
export interface Break {
  readonly block: number;
  readonly what: 'hash' | 'chain' | 'gap' | 'entries';
}

/** Recomputes the whole chain (guarantee G). */
export async function verifyLedger(
  sql: Sql,
): Promise<{ blocks: number; entries: number; breaks: Break[] }> {
  const breaks: Break[] = [];
  let previous: Block | undefined;
  let blocks = 0;
  let entries = 0;
  for (;;) {
    const next: Block | null = await firstRow(
      sql,
      blockSchema,
      `SELECT ${blockColumns} FROM ledger_block WHERE number > ? ORDER BY number LIMIT 1`,
      [previous?.number ?? 0],
    );
    if (!next) return { blocks, entries, breaks };
    const within = await entriesBetween(sql, next.firstPlace, next.lastPlace);
    const what = breakOf(previous, next, within);
    if (what) breaks.push({ block: next.number, what });
    blocks += 1;
    entries += within.length;
    previous = next;
  }
}

function breakOf(
  previous: Block | undefined,
  block: Block,
  within: readonly Entry[],
): Break['what'] | null {
  if (block.number !== (previous?.number ?? 0) + 1) return 'gap';
  if (block.firstPlace !== (previous?.lastPlace ?? 0) + 1) return 'gap';
  if (block.previousHash !== (previous?.hash ?? beginning)) return 'chain';
  if (within.length !== block.lastPlace - block.firstPlace + 1) return 'entries';
  return blockHash(block.previousHash, within) === block.hash ? null : 'hash';
}

const entriesBetween = (sql: Sql, first: number, last: number): Promise<Entry[]> =>
  rows(
    sql,
    entrySchema,
    `SELECT ${entryColumns} FROM ledger_entry l WHERE l.place BETWEEN ? AND ? ORDER BY l.place`,
    [first, last],
  );
