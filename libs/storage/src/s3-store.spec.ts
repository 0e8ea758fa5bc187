import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnBucket } from '../../../test/support/own-bucket.js';
import { DiskStore, fileStore, wholeFile, type FileStore } from './index.js';
import { S3Store } from './s3-store.js';

let bucket: OwnBucket;
let folder: string;
let store: FileStore;
beforeAll(async () => {
  bucket = await OwnBucket.open();
  folder = await mkdtemp(join(tmpdir(), 'desk-store-'));
  store = await fileStore({ folder, bucket: bucket.settings });
});
afterAll(async () => {
  await bucket.close();
  await rm(folder, { recursive: true });
});

const text = Buffer.from('Chợ nổi Cái Răng');

it('is chosen where a bucket is named', async () => {
  expect(store).toBeInstanceOf(S3Store);
  expect(await fileStore({ folder })).toBeInstanceOf(DiskStore);
  expect(await fileStore({ folder, bucket: null })).toBeInstanceOf(DiskStore);
});

it('keeps a file and gives it back, whole or a part', async () => {
  await store.put('originals/ab12', text, 'text/plain');
  await store.put('originals/ab12', text, 'text/plain');
  expect(await wholeFile(store, 'originals/ab12')).toEqual(text);
  expect(await store.size('originals/ab12')).toBe(text.length);
  const part = await store.read('originals/ab12', { start: 4, end: 9 });
  expect(part?.size).toBe(text.length);
  const parts: Buffer[] = [];
  for await (const one of part?.stream ?? []) parts.push(Buffer.from(one));
  expect(Buffer.concat(parts)).toEqual(text.subarray(4, 10));
});

it('knows what is not there', async () => {
  expect(await store.size('originals/none')).toBeNull();
  expect(await store.read('originals/none')).toBeNull();
  expect(await store.read('originals/none', { start: 0, end: 1 })).toBeNull();
});

it('has files of others apart, under what their names begin with', async () => {
  await store.put('originals/cd34', text, 'text/plain');
  const other = new S3Store({ ...bucket.settings, prefix: 'khac/' });
  expect(await other.size('originals/cd34')).toBeNull();
  const same = new S3Store({ ...bucket.settings, prefix: '' });
  expect(await same.size('toa-soan/originals/cd34')).toBe(text.length);
});

it('takes a file of this machine, a large one in parts', async () => {
  const inParts = new S3Store(bucket.settings, 5 * 1_048_576);
  const film = randomBytes(12 * 1_048_576 + 7);
  const path = join(folder, 'phim.mp4');
  await writeFile(path, film);
  await inParts.put('originals/ef56', { path }, 'video/mp4');
  expect((await wholeFile(store, 'originals/ef56'))?.equals(film)).toBe(true);
  await writeFile(path, text);
  await inParts.put('originals/ef57', { path }, 'video/mp4');
  expect(await wholeFile(store, 'originals/ef57')).toEqual(text);
  const gone = store.put('originals/ef58', { path: join(folder, 'none') }, 'video/mp4');
  await expect(gone).rejects.toThrow('ENOENT');
  expect(await store.size('originals/ef58')).toBeNull();
});

it('fails where it is not let in, and where nobody answers, rather than finding nothing', async () => {
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'wrong' };
  const stranger = new S3Store({ ...bucket.settings, credentials });
  await expect(stranger.read('originals/ab12')).rejects.toThrow();
  await expect(stranger.size('originals/ab12')).rejects.toThrow();
  await expect(stranger.put('originals/ab12', text, 'text/plain')).rejects.toThrow();
  const away = new S3Store({ ...bucket.settings, endpoint: 'http://127.0.0.1:9' });
  await expect(away.read('originals/ab12')).rejects.toThrow();
  const noBucket = new S3Store({ ...bucket.settings, bucket: 'khong-co' });
  await expect(noBucket.read('originals/ab12')).rejects.toThrow();
});

it.each(['../secret', 'a/../b', '/etc/passwd', ''])('%j is no name', async (name) => {
  await expect(store.read(name)).rejects.toThrow('no name');
  await expect(store.put(name, text, 'text/plain')).rejects.toThrow('no name');
});
