import fc from 'fast-check';
import { cropped, cutAround, mediaKey, settledFrame, wholePicture } from './framing.js';

const hash = 'a'.repeat(64);
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const anyFrame = fc.record({
  crop: fc.option(
    fc.record({ x: fraction, y: fraction, w: fraction, h: fraction }).map(({ x, y, w, h }) => ({
      x: x * 0.95,
      y: y * 0.95,
      width: Math.max(0.05, w * (1 - x * 0.95)),
      height: Math.max(0.05, h * (1 - y * 0.95)),
    })),
  ),
  focalPoint: fc.option(fc.record({ x: fraction, y: fraction })),
});
const side = fc.integer({ min: 1, max: 20_000 });

it('the key depends on the file, the crop and the focal point, and on nothing else', () => {
  const crop = { x: 0.1, y: 0, width: 0.5, height: 1 };
  const keys = [
    mediaKey(hash, wholePicture),
    mediaKey('b'.repeat(64), wholePicture),
    mediaKey(hash, { crop, focalPoint: null }),
    mediaKey(hash, { crop: { ...crop, height: 0.9 }, focalPoint: null }),
    mediaKey(hash, { crop: null, focalPoint: { x: 0.1, y: 0 } }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{40}$/);
  const reordered = { height: 1, width: 0.5, y: 0, x: 0.1 };
  expect(mediaKey(hash, { crop: reordered, focalPoint: null })).toBe(keys[2]);
});

it('the whole picture is no crop, and what leaves the picture is refused', () => {
  const whole = { x: 0, y: 0.00001, width: 0.99999, height: 1 };
  expect(settledFrame({ crop: whole, focalPoint: null })).toEqual(wholePicture);
  const outside = { x: 0.6, y: 0, width: 0.5, height: 1 };
  expect(() => settledFrame({ crop: outside, focalPoint: null })).toThrow('media.crop_outside');
});

it('what is cut lies within the picture, whatever its size', () => {
  fc.assert(
    fc.property(anyFrame, side, side, side, side, (frame, width, height, w, h) => {
      const left = cropped({ width, height }, frame.crop);
      const cut = cutAround(left, { width: w, height: h }, frame);
      for (const [inner, outer] of [
        [left, { width, height }],
        [cut, left],
      ] as const) {
        expect(Math.min(inner.left, inner.top)).toBeGreaterThanOrEqual(0);
        expect(Math.min(inner.width, inner.height)).toBeGreaterThanOrEqual(1);
        expect(inner.left + inner.width).toBeLessThanOrEqual(outer.width);
        expect(inner.top + inner.height).toBeLessThanOrEqual(outer.height);
      }
    }),
  );
});

it('a card is cut around the focal point', () => {
  const size = { width: 3_000, height: 1_000 };
  const square = { width: 10, height: 10 };
  const at = (x: number) => cutAround(size, square, { crop: null, focalPoint: { x, y: 0.5 } });
  expect(at(0.5)).toEqual({ left: 1_000, top: 0, width: 1_000, height: 1_000 });
  expect(at(0.2).left).toBe(100);
  expect(at(0).left).toBe(0);
  expect(at(1).left).toBe(2_000);
  const crop = { x: 0.5, y: 0, width: 0.5, height: 1 };
  const left = cutAround({ width: 1_500, height: 1_000 }, square, { crop, focalPoint: null });
  expect(left.left).toBe(250);
});
