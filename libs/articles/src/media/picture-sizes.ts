import type { Sharp } from 'sharp';
import { CARD, heightAt, pictureFormats, widthsOf, type PictureFormat } from '@desk/contracts';
import { decoder } from './decoder.js';
import { cropped, cutAround, type Frame } from './framing.js';

/** One file of a picture. */
export interface SizeFile {
  readonly file: string;
  readonly bytes: Buffer;
}

interface Source extends Frame {
  readonly width: number;
  readonly height: number;
}

const encoders: Readonly<Record<PictureFormat, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 52, effort: 3 }),
  webp: (picture) => picture.webp({ quality: 76, effort: 4 }),
  jpg: (picture) => asJpeg(picture),
};

/** Where a picture can be seen through, JPEG shows white. */
const asJpeg = (picture: Sharp): Sharp =>
  picture.flatten({ background: '#fff' }).jpeg({ quality: 78, mozjpeg: true });

/**
 * All sizes of a picture, one after the other: upright, cut to its frame, in sRGB, without any
 * notes. Of what moves the first picture is taken.
 * @throws Error of the decoder for what is no whole picture
 */
export async function* pictureSizes(original: Buffer, source: Source): AsyncGenerator<SizeFile> {
  const part = cropped(source, source.crop);
  const widths = widthsOf(part.width);
  const most = { width: Math.max(...widths), height: heightAt(Math.max(...widths), part) };
  const sharp = await decoder();
  const { data, info } = await sharp(original, {
    // It was measured when it came; a decoder that finds more than that stops.
    limitInputPixels: source.width * source.height,
    failOn: 'error',
  })
    .autoOrient()
    .extract(part)
    .resize({ ...most, fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const shown = (): Sharp => sharp(data, { raw: info });
  for (const width of widths) {
    const size = { width, height: heightAt(width, part) };
    for (const format of pictureFormats) {
      const picture = shown().resize({ ...size, fit: 'fill' });
      const bytes = await encoders[format](picture).toBuffer();
      yield { file: `${String(width)}.${format}`, bytes };
    }
  }
  const card = shown()
    .extract(cutAround(most, CARD, source))
    .resize({ width: CARD.width, height: CARD.height, fit: 'fill' });
  yield { file: CARD.name, bytes: await asJpeg(card).toBuffer() };
}
