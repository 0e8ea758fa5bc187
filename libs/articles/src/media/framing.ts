import { createHash } from 'node:crypto';
import type { Crop, FocalPoint } from '@desk/contracts';
import { Invalid } from '@desk/errors';

/** How a picture is shown: which part of it, and what stays in sight when it is cut further. */
export interface Frame {
  readonly crop: Crop | null;
  readonly focalPoint: FocalPoint | null;
}

export const wholePicture: Frame = { crop: null, focalPoint: null };

interface Size {
  readonly width: number;
  readonly height: number;
}
/** In pixels, as picture programs cut. */
export interface Rectangle extends Size {
  readonly left: number;
  readonly top: number;
}

/**
 * The key of a file in a frame: the same for the same file and frame, and for nobody to guess
 * who has not both. It stands in addresses that never change what they mean.
 */
export function mediaKey(contentHash: string, { crop, focalPoint }: Frame): string {
  const parts = [
    contentHash,
    crop && [crop.x, crop.y, crop.width, crop.height],
    focalPoint && [focalPoint.x, focalPoint.y],
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}

/**
 * A frame in the one way to write it: to a ten-thousandth, the whole picture as no crop.
 * @throws Invalid `media.crop_outside`
 */
export function settledFrame({ crop, focalPoint }: Frame): Frame {
  return {
    crop: crop && settledCrop(crop),
    focalPoint: focalPoint && { x: settled(focalPoint.x), y: settled(focalPoint.y) },
  };
}

function settledCrop(crop: Crop): Crop | null {
  const [x, y, width, height] = [crop.x, crop.y, crop.width, crop.height].map(settled);
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return null;
  if (settled(x + width) > 1 || settled(y + height) > 1) throw new Invalid('media.crop_outside');
  return x === 0 && y === 0 && width === 1 && height === 1 ? null : { x, y, width, height };
}

const settled = (fraction: number): number => Math.round(fraction * 10_000) / 10_000;

/** The pixels that a crop leaves of a picture; at least one. */
export function cropped(size: Size, crop: Crop | null): Rectangle {
  if (!crop) return { left: 0, top: 0, ...size };
  const left = Math.min(size.width - 1, Math.round(crop.x * size.width));
  const top = Math.min(size.height - 1, Math.round(crop.y * size.height));
  return {
    left,
    top,
    width: Math.max(1, Math.min(size.width - left, Math.round(crop.width * size.width))),
    height: Math.max(1, Math.min(size.height - top, Math.round(crop.height * size.height))),
  };
}

/** The largest part of this form around the focal point, within `size`, which `crop` left. */
export function cutAround(size: Size, form: Size, { crop, focalPoint }: Frame): Rectangle {
  const scale = Math.min(size.width / form.width, size.height / form.height);
  const width = Math.max(1, Math.round(form.width * scale));
  const height = Math.max(1, Math.round(form.height * scale));
  const { x, y } = within(focalPoint ?? middleOf(crop), crop);
  return {
    left: between(0, Math.round(x * size.width - width / 2), size.width - width),
    top: between(0, Math.round(y * size.height - height / 2), size.height - height),
    width,
    height,
  };
}

const middleOf = (crop: Crop | null): FocalPoint =>
  crop ? { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 } : { x: 0.5, y: 0.5 };

/** A point of the whole picture, as a fraction of what the crop leaves. */
const within = ({ x, y }: FocalPoint, crop: Crop | null): FocalPoint =>
  crop
    ? {
        x: between(0, (x - crop.x) / crop.width, 1),
        y: between(0, (y - crop.y) / crop.height, 1),
      }
    : { x, y };

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));
