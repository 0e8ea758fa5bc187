import { crc32 } from 'node:zlib';
import { orientationOnly } from './orientation.js';
import { Reader, unreadable } from './unreadable.js';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What a picture looks like: its parts, colours and movement. No texts, no times, no places. */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT pHYs bKGD acTL fcTL fdAT'.split(' '),
);

/** A PNG with its picture and nothing else. @throws Invalid `media.unreadable` */
export function pngWithoutTraces(bytes: Buffer, orientation: number): Buffer {
  const reader = new Reader(bytes);
  if (!reader.take(8).equals(signature)) throw unreadable();
  const parts: Buffer[] = [signature];
  for (let type = ''; type !== 'IEND';) {
    const begin = reader.place;
    const length = reader.take(4).readUInt32BE();
    type = reader.take(4).toString('latin1');
    reader.take(length + 4);
    if (kept.has(type)) parts.push(bytes.subarray(begin, reader.place));
    if (type === 'IHDR' && orientation > 1) {
      parts.push(chunk('eXIf', orientationOnly(orientation)));
    }
  }
  return Buffer.concat(parts);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(content.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
