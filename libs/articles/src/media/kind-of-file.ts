import { fileTypeFromBuffer } from 'file-type';
import type { MediaKind } from '@desk/contracts';
import { Invalid } from '@desk/errors';

/** So much of the beginning tells what a file is. */
export const BEGINNING_BYTES = 8_192;

export interface FileKind {
  readonly kind: MediaKind;
  readonly type: string;
  /** As the file's public address ends. */
  readonly extension: string;
}

const picture = (type: string, extension: string): FileKind => ({
  kind: 'picture',
  type,
  extension,
});

/** The kinds that are taken: what every browser shows, by the names that the detector has for them. */
const taken: Readonly<Record<string, FileKind>> = {
  'image/jpeg': picture('image/jpeg', 'jpg'),
  'image/png': picture('image/png', 'png'),
  'image/apng': picture('image/png', 'png'),
  'image/webp': picture('image/webp', 'webp'),
  'image/gif': picture('image/gif', 'gif'),
  'image/avif': picture('image/avif', 'avif'),
  'application/pdf': { kind: 'document', type: 'application/pdf', extension: 'pdf' },
  'audio/mpeg': { kind: 'audio', type: 'audio/mpeg', extension: 'mp3' },
  'audio/ogg': { kind: 'audio', type: 'audio/ogg', extension: 'ogg' },
  'audio/x-m4a': { kind: 'audio', type: 'audio/mp4', extension: 'm4a' },
  'audio/mp4': { kind: 'audio', type: 'audio/mp4', extension: 'm4a' },
  'audio/wav': { kind: 'audio', type: 'audio/wav', extension: 'wav' },
  'video/mp4': { kind: 'video', type: 'video/mp4', extension: 'mp4' },
  'video/x-m4v': { kind: 'video', type: 'video/mp4', extension: 'mp4' },
  'video/webm': { kind: 'video', type: 'video/webm', extension: 'webm' },
};

/**
 * What a file is, by how it begins; its name and what the sender calls it do not count.
 * @throws Invalid `media.empty`, `media.svg_refused`, `media.kind_refused`
 */
export async function kindOfFile(beginning: Buffer): Promise<FileKind> {
  if (beginning.length === 0) throw new Invalid('media.empty');
  if (isSvg(beginning)) throw new Invalid('media.svg_refused');
  const found = await fileTypeFromBuffer(beginning);
  const [plain = ''] = (found?.mime ?? '').split(';');
  const kind = taken[plain];
  if (!kind) throw new Invalid('media.kind_refused', { type: plain || '?' });
  return kind;
}

/** A drawing in SVG is a document with scripts; it may begin with other things of XML. */
function isSvg(beginning: Buffer): boolean {
  const text = beginning.toString('utf8').replaceAll('\0', '');
  return /^\ufeff?\s*</.test(text) && /<(?:\w+:)?svg[\s/>]/i.test(text);
}
