import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskStore, wholeFile } from './index.js';

let folder: string;
let store: DiskStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-store-'));
  store = new DiskStore(join(folder, 'media'));
});
afterAll(() => rm(folder, { recursive: true }));

const text = Buffer.from('Chợ nổi Cái Răng');

it('keeps a file and gives it back, whole or a part', async () => {
  await store.put('originals/ab12', text);
  expect(await wholeFile(store, 'originals/ab12')).toEqual(text);
  expect(await store.size('originals/ab12')).toBe(text.length);
  const part = await store.read('originals/ab12', { start: 4, end: 9 });
  expect(part?.size).toBe(text.length);
  const parts: Buffer[] = [];
  for await (const one of part?.stream ?? []) parts.push(Buffer.from(one));
  expect(Buffer.concat(parts)).toEqual(text.subarray(4, 10));
});

it('takes a file of this machine, and the same one twice', async () => {
  const path = join(folder, 'phim.mp4');
  await writeFile(path, text);
  await Promise.all([1, 2, 3].map(() => store.put('originals/cd34', { path })));
  expect(await wholeFile(store, 'originals/cd34')).toEqual(text);
  expect(await readdir(join(folder, 'media/originals'))).not.toContainEqual(
    expect.stringMatching(/-/),
  );
});

it('leaves nothing behind when it cannot', async () => {
  await expect(store.put('originals/ef56', { path: join(folder, 'none') })).rejects.toThrow();
  expect(await store.size('originals/ef56')).toBeNull();
  expect(await store.read('originals/ef56')).toBeNull();
  expect((await readdir(join(folder, 'media/originals'))).sort()).toEqual(['ab12', 'cd34']);
});

it.each(['../secret', 'a/../b', '/etc/passwd', '', 'a//b', 'A', 'a\0', `${'a/'.repeat(100)}a`])(
  '%j is no name',
  async (name) => {
    await expect(store.read(name)).rejects.toThrow('no name');
    await expect(store.put(name, text)).rejects.toThrow('no name');
  },
);
