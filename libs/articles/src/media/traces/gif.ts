import { Reader, unreadable } from './unreadable.js';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const END = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
/** How often a moving picture is repeated; other applications' notes go. */
const kept = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** A GIF without comments, texts and programs' notes. @throws Invalid `media.unreadable` */
export function gifWithoutTraces(bytes: Buffer): Buffer {
  const reader = new Reader(bytes);
  const screen = reader.take(13);
  const parts = [screen, reader.take(colours(screen.readUInt8(10)))];
  for (;;) {
    const begin = reader.place;
    const block = reader.byte();
    if (block === END) break;
    if (block === IMAGE) {
      const image = reader.take(9);
      reader.take(colours(image.readUInt8(8)) + 1);
      skipBlocks(reader);
      parts.push(bytes.subarray(begin, reader.place));
    } else if (block === EXTENSION) {
      const label = reader.byte();
      const isKept =
        label === GRAPHIC_CONTROL || (label === APPLICATION && kept.has(application(reader)));
      skipBlocks(reader);
      if (isKept) parts.push(bytes.subarray(begin, reader.place));
    } else {
      throw unreadable();
    }
  }
  return Buffer.concat([...parts, Buffer.from([END])]);
}

const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

const application = ({ bytes, place }: Reader): string =>
  bytes.subarray(place + 1, place + 12).toString('latin1');

function skipBlocks(reader: Reader): void {
  for (let length = reader.byte(); length > 0; length = reader.byte()) reader.take(length);
}
