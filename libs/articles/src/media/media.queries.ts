import { z } from 'zod';
import {
  cropSchema,
  focalPointSchema,
  mediaKindSchema,
  mediaLicenceSchema,
  mediaStateSchema,
  mediaTextsSchema,
  readCursor,
  type MediaQuery,
} from '@desk/contracts';
import { firstRow, jsonColumn, rows, wholeNumber, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';
import { bare, comparable } from '@desk/languages';
import type { Person } from '@desk/people';

/** A medium with how it is framed now; of what is no picture the framing is empty. */
export const mediumSchema = z.object({
  id: z.uuid(),
  kind: mediaKindSchema,
  type: z.string(),
  name: z.string(),
  contentHash: z.string(),
  size: wholeNumber,
  width: z.int().nullable(),
  height: z.int().nullable(),
  key: z.string(),
  credit: z.string(),
  licence: mediaLicenceSchema.nullable(),
  texts: jsonColumn(mediaTextsSchema),
  uploadedBy: z.uuid(),
  uploaderName: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
  crop: jsonColumn(cropSchema.nullable()),
  focalPoint: jsonColumn(focalPointSchema.nullable()),
  shownWidth: z.int().nullable(),
  shownHeight: z.int().nullable(),
  state: mediaStateSchema.nullable(),
  problem: z.string().nullable(),
});
export type Medium = z.infer<typeof mediumSchema>;

const select = `SELECT m.id, m.kind, m.type, m.name, m.content_hash AS contentHash, m.size, m.width,
    m.height, m.media_key AS \`key\`, m.credit, m.licence, m.texts, m.uploaded_by AS uploadedBy,
    a.name AS uploaderName, m.created_at AS createdAt, m.updated_at AS updatedAt, m.version,
    f.crop, f.focal_point AS focalPoint, f.width AS shownWidth, f.height AS shownHeight, f.state,
    f.problem
  FROM media m LEFT JOIN media_framing f ON f.media_key = m.media_key
  LEFT JOIN account a ON a.id = m.uploaded_by`;

/** @throws Missing `media.missing` */
export async function medium(sql: Sql, id: string): Promise<Medium> {
  const found = await firstRow(sql, mediumSchema, `${select} WHERE m.id = ?`, [id]);
  if (!found) throw new Missing('media.missing', { id });
  return found;
}

/** The medium of this content; null when nobody uploaded it yet. */
export const mediumOfContent = (sql: Sql, contentHash: string): Promise<Medium | null> =>
  firstRow(sql, mediumSchema, `${select} WHERE m.content_hash = ?`, [contentHash]);

const placeSchema = z.tuple([z.coerce.date(), z.uuid()]);

/** The newest first; one more than the page, so that one sees whether it goes on. */
export async function mediaOfLibrary(
  sql: Sql,
  person: Person,
  { kind, search = '', mine, limit, cursor }: MediaQuery,
): Promise<Medium[]> {
  const conditions: [text: string, ...parameters: unknown[]][] = wordsIn(search);
  if (kind) conditions.push(['m.kind = ?', kind]);
  if (mine) conditions.push(['m.uploaded_by = ?', person.id]);
  if (cursor !== undefined) {
    const [at, id] = readCursor(cursor, placeSchema);
    conditions.push(['(m.created_at < ? OR (m.created_at = ? AND m.id < ?))', at, at, id]);
  }
  const where = conditions.map(([text]) => text).join(' AND ') || 'TRUE';
  return rows(
    sql,
    mediumSchema,
    `${select} WHERE ${where} ORDER BY m.created_at DESC, m.id DESC LIMIT ?`,
    [...conditions.flatMap(([, ...parameters]) => parameters), limit + 1],
  );
}

/** A word without marks finds any marks; who types marks means them. */
function wordsIn(search: string): [text: string, ...parameters: unknown[]][] {
  const words = comparable(search).split(' ').filter(Boolean).slice(0, 20);
  return words.map((word) => [
    bare(word) === word ? 'm.words_bare LIKE ?' : 'm.words_folded LIKE ?',
    `%${word.replace(/[\\%_]/g, '\\$&')}%`,
  ]);
}

/** What is searched of a medium. */
export function searchedWords({ name, credit, texts }: Pick<Medium, 'name' | 'credit' | 'texts'>) {
  const words = Object.values(texts).flatMap(({ alt, caption }) => [alt, caption]);
  const all = [name, credit, ...words].join(' ').slice(0, 12_000);
  return { folded: comparable(all), bare: bare(all) };
}
