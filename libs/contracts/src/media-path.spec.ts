import { heightAt, mainSize, mediaPath, readMediaPath, widthsOf } from './media-path.js';

const key = '0123456789abcdef0123456789abcdef01234567';

it('a picture is made in sizes that differ, none wider than it is', () => {
  expect(widthsOf(200)).toEqual([200]);
  expect(widthsOf(330)).toEqual([330]);
  expect(widthsOf(1_000)).toEqual([320, 640, 1_000]);
  expect(widthsOf(1_200)).toEqual([320, 640, 960, 1_200]);
  expect(widthsOf(2_160)).toEqual([320, 640, 960, 1_440, 2_160]);
  expect(widthsOf(8_000)).toEqual([320, 640, 960, 1_440, 2_160]);
  expect([200, 1_000, 1_500, 8_000].map(mainSize)).toEqual([200, 1_000, 960, 1_440]);
});

it('a size keeps the form and is never without height', () => {
  expect(heightAt(640, { width: 4_000, height: 3_000 })).toBe(480);
  expect(heightAt(320, { width: 10_000, height: 2 })).toBe(1);
});

it('an address is read as it is written, and nothing else is one', () => {
  expect(readMediaPath(mediaPath(key, '640.webp'))).toEqual({ key, file: '640.webp' });
  for (const other of [
    '/media/ghe-ngo.jpg',
    `/media/${key}/`,
    `/media/${key}/../640.webp`,
    `/media/${key}/640.webp?x`,
    `https://anh.example/media/${key}/640.webp`,
    `/media/${key.toUpperCase()}/640.webp`,
  ]) {
    expect(readMediaPath(other)).toBeNull();
  }
});
