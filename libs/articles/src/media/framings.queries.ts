import { z } from 'zod';
import {
  cropSchema,
  focalPointSchema,
  mediaKindSchema,
  mediaStateSchema,
  type Crop,
} from '@desk/contracts';
import { change, firstRow, jsonColumn, rows, type Sql } from '@desk/database';
import type { Frame } from './framing.js';

/** A picture as it is shown somewhere: what its sizes are made from. */
export const framingSchema = z.object({
  key: z.string(),
  mediaId: z.uuid(),
  contentHash: z.string(),
  originalWidth: z.int(),
  originalHeight: z.int(),
  crop: jsonColumn(cropSchema.nullable()),
  focalPoint: jsonColumn(focalPointSchema.nullable()),
  width: z.int(),
  height: z.int(),
  state: mediaStateSchema,
  problem: z.string().nullable(),
});
export type Framing = z.infer<typeof framingSchema>;

export const framing = (sql: Sql, key: string): Promise<Framing | null> =>
  firstRow(
    sql,
    framingSchema,
    `SELECT f.media_key AS \`key\`, f.media_id AS mediaId, m.content_hash AS contentHash,
       m.width AS originalWidth, m.height AS originalHeight, f.crop, f.focal_point AS focalPoint,
       f.width, f.height, f.state, f.problem
     FROM media_framing f JOIN media m ON m.id = f.media_id WHERE f.media_key = ?`,
    [key],
  );

/** A picture may be framed again as it once was: then its sizes are there already. */
export async function keepFraming(
  tx: Sql,
  key: string,
  mediaId: string,
  { crop, focalPoint }: Frame,
  shown: Pick<Crop, 'width' | 'height'>,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO media_framing (media_key, media_id, crop, focal_point, width, height, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE problem = IF(state = 'failed', NULL, problem),
       state = IF(state = 'failed', 'waiting', state)`,
    [
      key,
      mediaId,
      crop && JSON.stringify(crop),
      focalPoint && JSON.stringify(focalPoint),
      shown.width,
      shown.height,
      at,
    ],
  );
}

/** Why a picture's sizes cannot be made, or that they were; the job that found out settles it. */
export async function noteProblem(sql: Sql, key: string, problem: string | null): Promise<void> {
  await change(
    sql,
    `UPDATE media_framing SET problem = ? WHERE media_key = ? AND state = 'waiting'`,
    [problem, key],
  );
}

/** The sizes are made, or never will be; false when that was known. */
export async function settleFraming(tx: Sql, key: string, at: Date): Promise<boolean> {
  const settled = await change(
    tx,
    `UPDATE media_framing SET state = IF(problem IS NULL, 'ready', 'failed'), settled_at = ?
     WHERE media_key = ? AND state = 'waiting'`,
    [at, key],
  );
  return settled === 1;
}

/** What stands at an address of media. */
export const addressedMediaSchema = z.object({
  key: z.string(),
  mediaId: z.uuid(),
  kind: mediaKindSchema,
  type: z.string(),
  contentHash: z.string(),
  credit: z.string(),
  licence: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  state: mediaStateSchema.nullable(),
});
export type AddressedMedia = z.infer<typeof addressedMediaSchema>;

/** The media of these keys: pictures by any framing that they have had, the rest by their own. */
export async function mediaAtKeys(
  sql: Sql,
  keys: readonly string[],
): Promise<Map<string, AddressedMedia>> {
  if (keys.length === 0) return new Map();
  const found = await rows(
    sql,
    addressedMediaSchema,
    `SELECT f.media_key AS \`key\`, m.id AS mediaId, m.kind, m.type, m.content_hash AS contentHash,
       m.credit, m.licence, f.width, f.height, f.state
     FROM media_framing f JOIN media m ON m.id = f.media_id WHERE f.media_key IN (?)
     UNION ALL
     SELECT m.media_key, m.id, m.kind, m.type, m.content_hash, m.credit, m.licence, NULL, NULL, NULL
     FROM media m WHERE m.kind <> 'picture' AND m.media_key IN (?)`,
    [keys, keys],
  );
  return new Map(found.map((one) => [one.key, one]));
}
