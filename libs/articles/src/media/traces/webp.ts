import { orientationOnly } from './orientation.js';
import { Reader, unreadable } from './unreadable.js';

const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF = 0x08;
const XMP = 0x04;

/** A WebP without EXIF, XMP and unknown chunks. @throws Invalid `media.unreadable` */
export function webpWithoutTraces(bytes: Buffer, orientation: number): Buffer {
  const reader = new Reader(bytes);
  if (reader.take(4).toString('latin1') !== 'RIFF') throw unreadable();
  const end = Math.min(bytes.length, reader.take(4).readUInt32LE() + 8);
  if (reader.take(4).toString('latin1') !== 'WEBP') throw unreadable();
  const parts: Buffer[] = [];
  let isExtended = false;
  while (reader.place + 8 <= end) {
    const begin = reader.place;
    const type = reader.take(4).toString('latin1');
    const length = reader.take(4).readUInt32LE();
    reader.take(length);
    if (length % 2 === 1 && !reader.isAtEnd) reader.take(1);
    if (!kept.has(type)) continue;
    const chunk = Buffer.from(bytes.subarray(begin, reader.place));
    if (type === 'VP8X' && length > 0) {
      isExtended = true;
      const flags = chunk.readUInt8(8) & ~(EXIF | XMP);
      chunk.writeUInt8(orientation > 1 ? flags | EXIF : flags, 8);
    }
    parts.push(chunk);
  }
  // Only the extended form can say which side is up, so what needs it has it.
  if (isExtended && orientation > 1) parts.push(exif(orientation));
  return riff(Buffer.concat(parts));
}

function exif(orientation: number): Buffer {
  const content = orientationOnly(orientation);
  const head = Buffer.from('EXIF\0\0\0\0', 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

function riff(content: Buffer): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(content.length + 4, 4);
  return Buffer.concat([head, content]);
}
