/**
 * The addresses of media, the same in the newsroom and on the portal: `/media/<key>/640.webp`.
 * A key stands for a file and, of a picture, for the part of it that is shown: what is at an
 * address never changes.
 */

/** How wide the sizes of a picture are, where it is wider itself. */
const widths = [320, 640, 960, 1_440, 2_160];
const widest = 2_160;
/** Sizes nearer to each other than this are one. */
const NEAR = 0.9;

/** The formats of each size, the smallest file first. */
export const pictureFormats = ['avif', 'webp', 'jpg'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** A card is what other sites show beside a link. */
export const CARD = { name: 'card.jpg', width: 1_200, height: 630 } as const;

/** The widths that a picture is made in: never wider than it is. */
export function widthsOf(width: number): number[] {
  if (width > widest) return widths;
  return [...widths.filter((one) => one < width * NEAR), width];
}

export const heightAt = (width: number, of: { width: number; height: number }): number =>
  Math.max(1, Math.round((of.height * width) / of.width));

const pathPattern = /^\/media\/([0-9a-f]{40})\/([a-z0-9]{1,12}\.[a-z0-9]{2,5})$/;

/** The key and the file of an address; null when it is none of the newsroom's media. */
export function readMediaPath(path: string): { key: string; file: string } | null {
  const [, key, file] = pathPattern.exec(path) ?? [];
  return key !== undefined && file !== undefined ? { key, file } : null;
}

export const mediaPath = (key: string, file: string): string => `/media/${key}/${file}`;

/** The size that a text names: wide enough for a page, as JPEG, which everything can show. */
export function mainSize(width: number): number {
  return Math.max(...widthsOf(width).filter((one, place) => place === 0 || one <= 1_440));
}
