import { createHash } from 'node:crypto';
import stringify from 'fast-json-stable-stringify';
import { z } from 'zod';
import { firstRow, rows, wholeNumber, type Sql } from '@desk/database';
import { entryColumns, entrySchema } from './entry.js';

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

/** An entry as it is sealed: whatever it says, also what this program no longer knows. */
const sealedEntrySchema = entrySchema.extend({
  fact: z.string(),
  payload: z.unknown().transform(asJson),
});
type SealedEntry = z.infer<typeof sealedEntrySchema>;

/** The driver gives JSON read or as text; a text that is no JSON is what a forger left. */
function asJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** SHA-256, hex, over the previous block's hash and each entry as JSON with sorted keys. */
export function blockHash(previousHash: string, entries: readonly SealedEntry[]): string {
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
  const sealed = await sealedUpTo(tx, 'FOR UPDATE');
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

/**
 * What is wrong with a sealed block: its entries or its hash were changed, its chain to the
 * block before is cut, something is missing before it, or entries are too few or too many.
 * Block 0: entries that are in no block and should be.
 */
export interface Break {
  readonly block: number;
  readonly what: 'hash' | 'chain' | 'gap' | 'entries';
}

/**
 * Recomputes the whole chain (guarantee G). What was taken away from its end, or put before or
 * between what is sealed, is told by how far the sealing had come and by how many entries
 * there are.
 */
export async function verifyLedger(
  sql: Sql,
): Promise<{ blocks: number; entries: number; breaks: Break[] }> {
  const sealed = await sealedUpTo(sql);
  const breaks: Break[] = [];
  let previous: Block | undefined;
  let blocks = 0;
  let entries = 0;
  for (;;) {
    const next = await blockAfter(sql, previous?.number ?? 0);
    if (!next) break;
    const within = await entriesBetween(sql, next.firstPlace, next.lastPlace);
    const what = breakOf(previous, next, within);
    if (what) breaks.push({ block: next.number, what });
    blocks += 1;
    entries += within.length;
    previous = next;
  }
  const lastPlace = previous?.lastPlace ?? 0;
  if (lastPlace < sealed) breaks.push({ block: blocks + 1, what: 'gap' });
  if ((await entriesUpTo(sql, lastPlace)) > entries) breaks.push({ block: 0, what: 'entries' });
  return { blocks, entries, breaks };
}

function breakOf(
  previous: Block | undefined,
  block: Block,
  within: readonly SealedEntry[],
): Break['what'] | null {
  if (block.number !== (previous?.number ?? 0) + 1) return 'gap';
  if (block.firstPlace !== (previous?.lastPlace ?? 0) + 1) return 'gap';
  if (block.previousHash !== (previous?.hash ?? beginning)) return 'chain';
  if (within.length !== block.lastPlace - block.firstPlace + 1) return 'entries';
  return blockHash(block.previousHash, within) === block.hash ? null : 'hash';
}

/** In their order. */
export const entriesBetween = (sql: Sql, first: number, last: number): Promise<SealedEntry[]> =>
  rows(
    sql,
    sealedEntrySchema,
    `SELECT ${entryColumns} FROM ledger_entry l WHERE l.place BETWEEN ? AND ? ORDER BY l.place`,
    [first, last],
  );

/** How far the sealing has come, whatever blocks there are. */
async function sealedUpTo(sql: Sql, lock: 'FOR UPDATE' | '' = ''): Promise<number> {
  const cursor = await firstRow(
    sql,
    z.object({ place: wholeNumber }),
    `SELECT place FROM ledger_cursor WHERE name = 'sealed' ${lock}`,
  );
  return cursor?.place ?? 0;
}

const blockAfter = (sql: Sql, number: number): Promise<Block | null> =>
  firstRow(
    sql,
    blockSchema,
    `SELECT ${blockColumns} FROM ledger_block WHERE number > ? ORDER BY number LIMIT 1`,
    [number],
  );

async function entriesUpTo(sql: Sql, place: number): Promise<number> {
  const counted = await firstRow(
    sql,
    z.object({ n: wholeNumber }),
    'SELECT COUNT(*) AS n FROM ledger_entry WHERE place <= ?',
    [place],
  );
  return counted?.n ?? 0;
}
