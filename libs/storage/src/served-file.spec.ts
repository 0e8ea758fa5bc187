import { mkdtemp, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { DiskStore, servedFile } from './index.js';

let folder: string;
let store: DiskStore;
const film = Buffer.from('0123456789');
beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/desk-served-`);
  store = new DiskStore(folder);
  await store.put('originals/phim', film);
});
afterAll(() => rm(folder, { recursive: true }));

const ask = async (range?: string) => {
  const served = await servedFile(store, 'originals/phim', 'video/mp4', range);
  if (!served) throw new Error('not there');
  const text = served.stream ? (await buffer(served.stream)).toString() : null;
  return { status: served.status, text, headers: served.headers };
};

it.each([
  ['bytes=0-3', '0123', 'bytes 0-3/10'],
  ['bytes=4-', '456789', 'bytes 4-9/10'],
  ['bytes=8-100', '89', 'bytes 8-9/10'],
  ['bytes=-3', '789', 'bytes 7-9/10'],
  ['bytes=-100', '0123456789', 'bytes 0-9/10'],
])('%s is a part', async (range, text, contentRange) => {
  expect(await ask(range)).toEqual({
    status: 206,
    text,
    headers: {
      'content-type': 'video/mp4',
      'content-length': String(text.length),
      'accept-ranges': 'bytes',
      'content-range': contentRange,
    },
  });
});

it.each([undefined, 'bytes=-', 'bytes=0-1,4-5', 'pages=1-2', 'bytes=a-b'])(
  '%s gives the whole',
  async (range) => {
    expect(await ask(range)).toMatchObject({ status: 200, text: film.toString() });
  },
);

it.each(['bytes=10-', 'bytes=7-3', 'bytes=-0'])('%s is nothing of it', async (range) => {
  expect(await ask(range)).toMatchObject({
    status: 416,
    text: null,
    headers: { 'content-range': 'bytes */10' },
  });
});

it('what is not there is null', async () => {
  for (const range of [undefined, 'bytes=0-1']) {
    expect(await servedFile(store, 'originals/none', 'video/mp4', range)).toBeNull();
  }
});
