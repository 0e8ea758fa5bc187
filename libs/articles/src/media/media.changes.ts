import type { EntityManager } from 'typeorm';
import type { MediaChanges } from '@desk/contracts';
import { change, isDuplicate, newId } from '@desk/database';
import { Invalid } from '@desk/errors';
import { keepFraming } from './framings.queries.js';
import { cropped, mediaKey, settledFrame, wholePicture } from './framing.js';
import type { IncomingFile } from './incoming-file.js';
import { searchedWords, type Medium } from './media.queries.js';

const noWords = { alt: '', caption: '' };
const noTexts = { vi: noWords, en: noWords, km: noWords };

/** Adds a file to the library; null when the same one came in between. */
export async function insertMedium(
  tx: EntityManager,
  at: Date,
  uploadedBy: string,
  name: string,
  file: IncomingFile,
): Promise<{ id: string; key: string } | null> {
  const id = newId();
  const key = mediaKey(file.contentHash, wholePicture);
  const words = searchedWords({ name, credit: '', texts: noTexts });
  const row = {
    id,
    kind: file.kind,
    type: file.type,
    name,
    content_hash: file.contentHash,
    size: file.size,
    width: file.measured?.width ?? null,
    height: file.measured?.height ?? null,
    media_key: key,
    texts: JSON.stringify(noTexts),
    words_folded: words.folded,
    words_bare: words.bare,
    uploaded_by: uploadedBy,
    created_at: at,
    updated_at: at,
  };
  const columns = Object.keys(row);
  try {
    await change(
      tx,
      `INSERT INTO media (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      Object.values(row),
    );
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
  if (file.measured) await keepFraming(tx, key, id, wholePicture, file.measured, at);
  return { id, key };
}

/**
 * Keeps the frame that the changes ask for, and says its key; null when they ask for none other
 * than there is. One whose sizes could not be made is tried again.
 * @throws Invalid `media.no_picture`, `media.crop_outside`
 */
export async function reframe(
  tx: EntityManager,
  at: Date,
  before: Medium,
  changes: Pick<MediaChanges, 'crop' | 'focalPoint'>,
): Promise<string | null> {
  if (changes.crop === undefined && changes.focalPoint === undefined) return null;
  const { id, width, height, contentHash } = before;
  if (width === null || height === null) throw new Invalid('media.no_picture', { id });
  const { crop = before.crop, focalPoint = before.focalPoint } = changes;
  const frame = settledFrame({ crop, focalPoint });
  const key = mediaKey(contentHash, frame);
  if (key === before.key && before.state !== 'failed') return null;
  await keepFraming(tx, key, id, frame, cropped({ width, height }, frame.crop), at);
  return key;
}

/** False when somebody else changed it meanwhile. */
export async function writeMedium(
  tx: EntityManager,
  at: Date,
  before: Medium,
  expectedVersion: number,
  changes: MediaChanges,
  key: string,
): Promise<boolean> {
  const { name = before.name, credit = before.credit, licence = before.licence } = changes;
  const texts = {
    vi: { ...before.texts.vi, ...changes.texts?.vi },
    en: { ...before.texts.en, ...changes.texts?.en },
    km: { ...before.texts.km, ...changes.texts?.km },
  };
  const words = searchedWords({ name, credit, texts });
  const row = {
    name,
    credit,
    licence,
    texts: JSON.stringify(texts),
    words_folded: words.folded,
    words_bare: words.bare,
    media_key: key,
    updated_at: at,
  };
  const names = Object.keys(row).map((column) => `${column} = ?`);
  const touched = await change(
    tx,
    `UPDATE media SET ${names.join(', ')}, version = version + 1 WHERE id = ? AND version = ?`,
    [...Object.values(row), before.id, expectedVersion],
  );
  return touched === 1;
}
