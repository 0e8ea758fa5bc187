import { createHash } from 'node:crypto';
import { Invalid } from '@desk/errors';
import type { Content } from '@desk/storage';
import { kindOfFile, type FileKind } from './kind-of-file.js';
import { measuredPicture, type Measured } from './measured-picture.js';
import { MEGA, type MediaLimits } from './media-settings.js';
import { emptyTracesOfMp4 } from './traces/mp4.js';
import { withoutTraces } from './traces/without-traces.js';
import type { Upload } from './upload.js';

/** A file that is ready to be kept. */
export interface IncomingFile extends FileKind {
  readonly content: Content;
  readonly contentHash: string;
  readonly size: number;
  /** Of a picture. */
  readonly measured: Measured | null;
}

/**
 * What came, as it is kept: known by its content, within the limits, without what it tells of
 * its making.
 * @throws Invalid `media.empty`, `media.kind_refused`, `media.svg_refused`, `media.too_large`,
 *   `media.too_many_pixels`, `media.unreadable`
 */
export async function incomingFile(upload: Upload, limits: MediaLimits): Promise<IncomingFile> {
  const kind = await kindOfFile(await upload.beginning());
  const size = await upload.size();
  const megabytes = limits.megabytes[kind.kind];
  if (size > megabytes * MEGA) throw new Invalid('media.too_large', { megabytes });
  if (kind.kind === 'picture') return picture(kind, await upload.bytes(), limits);
  if (kind.type === 'video/mp4' || kind.type === 'audio/mp4') await emptyTracesOfMp4(upload.path);
  const contentHash = await upload.hash();
  return { ...kind, content: { path: upload.path }, contentHash, size, measured: null };
}

async function picture(kind: FileKind, came: Buffer, limits: MediaLimits): Promise<IncomingFile> {
  const measured = await measuredPicture(came, limits.megapixels);
  const bytes = await withoutTraces(came, { type: kind.type, ...measured });
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  return { ...kind, content: bytes, contentHash, size: bytes.length, measured };
}
