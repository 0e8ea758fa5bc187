import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { firstRow, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';
import { exchangeCodes } from '../exchange/index.js';

const unitSchema = z.object({
  unit: z.string(),
  line: z.int(),
  version: z.int().nullable(),
  source: z.string(),
  target: z.string(),
  status: z.enum(['untranslated', 'draft', 'confirmed']),
});
const problemSchema = z.object({
  code: z.enum(exchangeCodes),
  line: z.int(),
  column: z.int(),
  unit: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
});

/** Large files would not go to the server in one piece as they are: packed, they do. */
const packed = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('base64');
const unpacked = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()))
    .pipe(schema);

/** A file that was given back, as it was read. */
export const taskImportSchema = z.object({
  id: z.uuid(),
  editionId: z.uuid(),
  createdBy: z.uuid(),
  createdAt: z.date(),
  name: z.string(),
  format: z.string(),
  units: unpacked(z.array(unitSchema)),
  problems: unpacked(z.array(problemSchema)),
});
export type TaskImport = z.infer<typeof taskImportSchema>;

/** @throws Missing `exchange.import_missing` */
export async function taskImport(sql: Sql, id: string): Promise<TaskImport> {
  const found = await firstRow(
    sql,
    taskImportSchema,
    `SELECT id, edition_id AS editionId, created_by AS createdBy, created_at AS createdAt, name,
       format, units, problems FROM exchange_import WHERE id = ?`,
    [id],
  );
  if (!found) throw new Missing('exchange.import_missing', { id });
  return found;
}

export async function keepTaskImport(tx: Sql, kept: TaskImport): Promise<void> {
  const { id, editionId, createdBy, createdAt, name, format, units, problems } = kept;
  await tx.query(
    `INSERT INTO exchange_import (id, edition_id, created_by, created_at, name, format, units, problems)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, editionId, createdBy, createdAt, name, format, packed(units), packed(problems)],
  );
}

/** Files are kept for a month, and of each edition the last twenty. */
export async function forgetTaskImports(tx: Sql, editionId: string, at: Date): Promise<void> {
  const month = new Date(at.getTime() - 30 * 86_400_000);
  await tx.query('DELETE FROM exchange_import WHERE created_at < ?', [month]);
  await tx.query(
    `DELETE FROM exchange_import WHERE edition_id = ? AND id NOT IN
       (SELECT id FROM (SELECT id FROM exchange_import WHERE edition_id = ?
          ORDER BY id DESC LIMIT 20) AS newest)`,
    [editionId, editionId],
  );
}
