import { Invalid } from '@desk/errors';
import { decoder } from './decoder.js';
import { MEGA } from './media-settings.js';
import { unreadable } from './traces/unreadable.js';

/** No side may be longer: texts and formats know no larger numbers. */
const MOST_PIXELS_A_SIDE = 20_000;

export interface Measured {
  /** As it is seen, upright. */
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  readonly hasNotes: boolean;
}

/**
 * A picture's size, from its head alone: nothing is decoded before it is known to fit.
 * @throws Invalid `media.unreadable`, `media.too_many_pixels`
 */
export async function measuredPicture(bytes: Buffer, megapixels: number): Promise<Measured> {
  const sharp = await decoder();
  const found = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw unreadable();
    });
  const { width, height } = found.autoOrient;
  const isLarge = width * height > megapixels * MEGA;
  if (isLarge || Math.max(width, height) > MOST_PIXELS_A_SIDE) {
    throw new Invalid('media.too_many_pixels', { megapixels, side: MOST_PIXELS_A_SIDE });
  }
  const hasNotes = found.exif !== undefined || found.xmp !== undefined || found.iptc !== undefined;
  return { width, height, orientation: found.orientation ?? 1, hasNotes };
}
