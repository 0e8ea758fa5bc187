import { orientationOnly } from './orientation.js';
import { Reader, unreadable } from './unreadable.js';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** The notes that a decoder needs: everything else that a camera or program wrote goes. */
const kept: ReadonlyMap<number, string> = new Map([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
]);

/**
 * A JPEG without EXIF, XMP, IPTC, thumbnails, comments, and whatever stands behind its end. Its
 * picture is untouched to the bit.
 * @throws Invalid `media.unreadable`
 */
export function jpegWithoutTraces(bytes: Buffer, orientation: number): Buffer {
  const reader = new Reader(bytes);
  if (reader.take(2).readUInt16BE() !== 0xff00 + SOI) throw unreadable();
  const parts = [Buffer.from([0xff, SOI]), ...turned(orientation)];
  for (;;) {
    const marker = nextMarker(reader);
    if (marker === EOI) break;
    if (isRestart(marker) || marker === 0x01) {
      parts.push(Buffer.from([0xff, marker]));
      continue;
    }
    const length = reader.take(2);
    const content = reader.take(length.readUInt16BE() - 2);
    if (isKept(marker, content)) parts.push(Buffer.from([0xff, marker]), length, content);
    if (marker === SOS) parts.push(scan(reader));
  }
  return Buffer.concat([...parts, Buffer.from([0xff, EOI])]);
}

/** Markers may be preceded by any number of filling bytes. */
function nextMarker(reader: Reader): number {
  if (reader.byte() !== 0xff) throw unreadable();
  for (;;) {
    const marker = reader.byte();
    if (marker !== 0xff) return marker;
  }
}

function isKept(marker: number, content: Buffer): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = kept.get(marker);
  return name !== undefined && content.subarray(0, name.length).toString('latin1') === name;
}

/** The coded picture up to the next marker; in it 0xff is followed by 0 or a restart. */
function scan(reader: Reader): Buffer {
  const { bytes, place } = reader;
  for (let at = bytes.indexOf(0xff, place); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return reader.take(at - place);
  }
  throw unreadable();
}

function turned(orientation: number): Buffer[] {
  if (orientation <= 1) return [];
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationOnly(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return [head, exif];
}
