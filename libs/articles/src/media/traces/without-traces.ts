import { decoder } from '../decoder.js';
import { gifWithoutTraces } from './gif.js';
import { jpegWithoutTraces } from './jpeg.js';
import { pngWithoutTraces } from './png.js';
import { webpWithoutTraces } from './webp.js';

export interface Traced {
  readonly type: string;
  readonly orientation: number;
  /** Whether it carries notes of a camera or a program at all. */
  readonly hasNotes: boolean;
}

/**
 * The picture without what it tells of its making: the place, the time, the device, earlier
 * versions in small. Of an AVIF that has such notes the picture is encoded anew.
 * @throws Invalid `media.unreadable`
 */
export async function withoutTraces(bytes: Buffer, traced: Traced): Promise<Buffer> {
  switch (traced.type) {
    case 'image/jpeg':
      return jpegWithoutTraces(bytes, traced.orientation);
    case 'image/png':
      return pngWithoutTraces(bytes, traced.orientation);
    case 'image/webp':
      return webpWithoutTraces(bytes, traced.orientation);
    case 'image/gif':
      return gifWithoutTraces(bytes);
    case 'image/avif':
      return traced.hasNotes
        ? (await decoder())(bytes)
            .autoOrient()
            .keepIccProfile()
            .avif({ quality: 90, effort: 4 })
            .toBuffer()
        : bytes;
    default:
      throw new Error(`no picture: ${traced.type}`);
  }
}
