import { gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib';
import { promisify } from 'node:util';
import { z } from 'zod';
import { change, firstRow, jsonColumn, rows, wholeNumber, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';

/** A piece goes to the server in one statement. */
const PIECE_BYTES = 1 << 20;

const packed = (value: unknown): string =>
  gzipSync(JSON.stringify(value ?? null)).toString('base64');
const unpacked = (text: string): unknown =>
  JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString());

/** A file that a worker reads, or has read. */
export const fileReadingSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['task', 'memory']),
  editionId: z.uuid().nullable(),
  about: jsonColumn(z.unknown()),
  createdBy: z.uuid(),
  createdAt: z.date(),
  state: z.enum(['waiting', 'read', 'refused']),
  percent: wholeNumber,
  attempts: wholeNumber,
  outcome: z.string().transform(unpacked).nullable(),
});
export type FileReading = z.infer<typeof fileReadingSchema>;

const columns = `id, kind, edition_id AS editionId, about, created_by AS createdBy,
  created_at AS createdAt, state, percent, attempts, outcome`;

export type NewFile = Pick<
  FileReading,
  'id' | 'kind' | 'editionId' | 'about' | 'createdBy' | 'createdAt'
>;

/** What is kept of a file until it is read. Done before the transaction: it takes a while. */
export async function filePieces(bytes: Uint8Array): Promise<readonly Buffer[]> {
  const small = await promisify(gzip)(bytes, { level: 1 });
  return Array.from({ length: Math.ceil(small.length / PIECE_BYTES) }, (_, number) =>
    small.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES),
  );
}

export async function keepFile(tx: Sql, file: NewFile, pieces: readonly Buffer[]): Promise<void> {
  const { id, kind, editionId, about, createdBy, createdAt } = file;
  await tx.query(
    `INSERT INTO file_reading (id, kind, edition_id, about, created_by, created_at, due_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, kind, editionId, JSON.stringify(about), createdBy, createdAt, createdAt],
  );
  for (const [number, bytes] of pieces.entries()) {
    await tx.query('INSERT INTO file_piece VALUES (?, ?, ?)', [id, number, bytes]);
  }
}

export const fileReading = (sql: Sql, id: string): Promise<FileReading | null> =>
  firstRow(sql, fileReadingSchema, `SELECT ${columns} FROM file_reading WHERE id = ?`, [id]);

/** @throws Missing `exchange.import_missing` when it was read meanwhile */
export async function bytesOfFile(sql: Sql, id: string): Promise<Buffer> {
  const found = await rows(
    sql,
    z.object({ bytes: z.instanceof(Buffer) }),
    'SELECT bytes FROM file_piece WHERE file_id = ? ORDER BY number',
    [id],
  );
  if (found.length === 0) throw new Missing('exchange.import_missing', { id });
  return promisify(gunzip)(Buffer.concat(found.map(({ bytes }) => bytes)));
}

/** Files that wait for a worker; the job's id changes with each try. */
export async function dueFiles(
  sql: Sql,
  at: Date,
  limit: number,
): Promise<{ jobId: string; id: string }[]> {
  const due = await rows(
    sql,
    fileReadingSchema.pick({ id: true, attempts: true }),
    `SELECT id, attempts FROM file_reading WHERE state = 'waiting' AND due_at <= ?
     ORDER BY due_at, id LIMIT ?`,
    [at, limit],
  );
  return due.map(({ id, attempts }) => ({ jobId: `file_${id}_${attempts}`, id }));
}

/** Takes a file that is due; whoever dies at it leaves it due again at `until`. */
export async function claimFile(
  sql: Sql,
  { id, attempts }: FileReading,
  at: Date,
  until: Date,
): Promise<boolean> {
  const claimed = await change(
    sql,
    `UPDATE file_reading SET attempts = attempts + 1, due_at = ?
     WHERE id = ? AND state = 'waiting' AND attempts = ? AND due_at <= ?`,
    [until, id, attempts, at],
  );
  return claimed === 1;
}

/** How far the try that was claimed has come; nobody else takes the file before `until`. */
export async function noteFileProgress(
  sql: Sql,
  { id, attempts }: FileReading,
  percent: number,
  until: Date,
): Promise<void> {
  await change(
    sql,
    `UPDATE file_reading SET percent = ?, due_at = ?
     WHERE id = ? AND state = 'waiting' AND attempts = ?`,
    [percent, until, id, attempts + 1],
  );
}

/** Only of the try that it belongs to; the file itself is let go. */
export async function endFileReading(
  tx: Sql,
  { id, attempts }: FileReading,
  state: 'read' | 'refused',
  outcome: unknown,
): Promise<boolean> {
  const ended = await change(
    tx,
    `UPDATE file_reading SET state = ?, percent = 100, due_at = NULL, outcome = ?
     WHERE id = ? AND state = 'waiting' AND attempts = ?`,
    [state, packed(outcome), id, attempts + 1],
  );
  if (ended !== 1) return false;
  await tx.query('DELETE FROM file_piece WHERE file_id = ?', [id]);
  return true;
}

/** Files that were read, and what was told of them. */
export async function forgetFileReadings(sql: Sql, before: Date): Promise<void> {
  await sql.query('DELETE FROM file_reading WHERE created_at < ? LIMIT 1000', [before]);
  await sql.query('DELETE FROM file_piece WHERE file_id NOT IN (SELECT id FROM file_reading)');
}
