import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { mediaSchema } from '@desk/contracts';
import { rows } from '@desk/database';
import { translate } from '@desk/languages';
import { Refusal, type Colleague } from '../../../../test/support/colleague.js';
import { drawnPicture, photographed } from '../../../../test/support/drawn-picture.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';
import { MediaDesk, pdf } from '../../../../test/support/media-desk.js';

let newsroom: HttpNewsroom;
let desk: MediaDesk;
let writer: Colleague;
let translator: Colleague;
let approver: Colleague;
beforeAll(async () => {
  newsroom = await HttpNewsroom.open({
    MEDIA_PICTURE_MEGABYTES: '1',
    MEDIA_DOCUMENT_MEGABYTES: '1',
    MEDIA_SOUND_MEGABYTES: '2',
    MEDIA_MEGAPIXELS: '4',
  });
  desk = new MediaDesk(newsroom);
  writer = await newsroom.hire('hanh', 'vi', { role: 'writer' });
  translator = await newsroom.hire('saray', 'km', { role: 'translator' });
  approver = await newsroom.hire('minh', 'vi', { role: 'approver' });
});
afterAll(() => newsroom.close());

const refusal = async (file: Buffer, type: string): Promise<Refusal> => {
  const refused: unknown = await desk.sends(writer, file, type).catch((error: unknown) => error);
  if (!(refused instanceof Refusal)) throw new Error('was taken');
  return refused;
};
const now = (id: string) => writer.reads(mediaSchema, `media/${id}`);

describe('a picture that comes', () => {
  it('is taken under its own type as a browser sends it, and is known by its content', async () => {
    const bytes = await photographed();
    const added = await desk.sends(writer, bytes, 'image/png', 'Đua ghe ngo.png');
    expect(added).toMatchObject({
      kind: 'picture',
      type: 'image/jpeg',
      name: 'Đua ghe ngo.png',
      width: 1_200,
      height: 800,
      state: 'waiting',
      problem: null,
      duplicate: false,
      version: 1,
      crop: null,
      focalPoint: null,
      shown: { width: 1_200, height: 800, widths: [320, 640, 960, 1_200] },
      credit: '',
      licence: null,
      uploadedBy: { id: writer.id, name: 'hanh' },
    });
    expect(added.src).toMatch(/^\/media\/[0-9a-f]{40}\/1200\.jpg$/);
    const { duplicate: _, ...same } = added;
    expect(await now(added.id)).toEqual(same);
  });

  it('tells nobody where it was taken, also not in the file itself', async () => {
    const bytes = await photographed(900, 600);
    expect(bytes.includes('Dien thoai')).toBe(true);
    const { original } = await desk.sends(
      writer,
      bytes,
      'application/octet-stream',
      "Ghe 'ngo'.jpg",
    );
    const file = await desk.fetched(translator, original);
    expect(file.status).toBe(200);
    expect(file.bytes.includes('Dien thoai')).toBe(false);
    const { exif, autoOrient } = await sharp(file.bytes).metadata();
    expect(exif?.length).toBeLessThan(40);
    expect(autoOrient).toEqual({ width: 900, height: 600 });
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': "inline; filename*=UTF-8''Ghe%20%27ngo%27.jpg",
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    });
  });

  it('twice, also with other notes in it, or at the same moment, is one', async () => {
    const bytes = await photographed(400, 300);
    const all = await Promise.all(
      [writer, translator, writer].map((one) => desk.sends(one, bytes, 'image/jpeg', 'một.jpg')),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    const [first] = all;
    const retold = Buffer.concat([
      bytes.subarray(0, 2),
      Buffer.from('\xff\xfe\0\x06hanh', 'latin1'),
      bytes.subarray(2),
    ]);
    const again = await desk.sends(translator, retold, 'image/jpeg', 'hai.jpg');
    expect(again).toMatchObject({ id: first?.id, name: 'một.jpg', duplicate: true });
  });

  it('is added once for one Idempotency-Key, and the answer is given again', async () => {
    const sent = {
      body: await drawnPicture(50, 50).png().toBuffer(),
      headers: { 'content-type': 'image/png' },
      key: 'anh-1',
    };
    const first = await writer.send('POST', 'media?name=a', sent);
    const second = await writer.send('POST', 'media?name=a', sent);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
    const other = { ...sent, body: await drawnPicture(70, 50).png().toBuffer() };
    expect(await writer.send('POST', 'media?name=a', other)).toMatchObject({
      status: 422,
      body: { code: 'request.idempotency_key_reused' },
    });
  });
});

describe('a file that is not taken', () => {
  it.each([
    ['SVG', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'media.svg_refused'],
    ['SVG that is called JPEG', 'image/jpeg', '<?xml version="1.0"?><svg/>', 'media.svg_refused'],
    ['a page that is called PNG', 'image/png', '<!doctype html><p>', 'media.kind_refused'],
    ['nothing', 'image/png', '', 'media.empty'],
    ['a JPEG that ends at once', 'image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF', 'media.unreadable'],
  ])('%s', async (_, type, content, code) => {
    const { status, body } = await refusal(Buffer.from(content, 'latin1'), type);
    expect(body).toMatchObject({ code });
    expect(status).toBe(422);
  });

  it('is too large for its kind, or for any', async () => {
    const noisy = sharp({
      create: {
        width: 640,
        height: 640,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
    const large = await noisy.png().toBuffer();
    expect(large.length).toBeGreaterThan(1_000_000);
    expect(await refusal(large, 'image/png')).toMatchObject({
      body: { code: 'media.too_large', megabytes: 1 },
    });
    const film = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_100_000)]);
    expect(await refusal(film, 'video/mp4')).toMatchObject({
      body: {
        code: 'media.too_large',
        detail: translate('vi', 'errors:media.too_large', { megabytes: 2 }),
      },
    });
  });

  it('has more pixels than are decoded, however small the file', async () => {
    const bomb = await sharp({
      create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb, 'image/png')).toMatchObject({
      body: { code: 'media.too_many_pixels', megapixels: 4 },
    });
  });

  it('is sent as a form, or to another address', async () => {
    for (const [path, type] of [
      ['media', 'multipart/form-data; boundary=x'],
      ['media', 'text/plain'],
      ['articles', 'image/png'],
    ] as const) {
      const sent = { body: 'x', headers: { 'content-type': type } };
      expect(await writer.send('POST', path, sent)).toMatchObject({ status: 415 });
    }
  });

  it('leaves nothing in the store', async () => {
    const kept = await readdir(join(newsroom.media.path, 'originals'));
    const known = await rows(
      newsroom.sql,
      z.object({ hash: z.string() }),
      'SELECT content_hash AS hash FROM media',
    );
    expect(kept.sort()).toEqual(known.map(({ hash }) => hash).sort());
  });
});

describe('guarantee H: the library', () => {
  it('is read by everybody who works here and written by who writes', async () => {
    const { id, version, original, src } = await desk.sends(
      writer,
      pdf('quyền'),
      'application/pdf',
    );
    expect((await approver.send('GET', 'media')).status).toBe(200);
    expect((await desk.fetched(approver, original)).status).toBe(200);
    const denied = { status: 403, body: { code: 'permission.denied' } };
    const sent = { body: pdf('khác'), headers: { 'content-type': 'application/pdf' } };
    expect(await approver.send('POST', 'media', sent)).toMatchObject(denied);
    const change = { body: { credit: 'THT' }, ifMatch: version };
    expect(await approver.send('PATCH', `media/${id}`, change)).toMatchObject(denied);
    const nobody = await newsroom.hire('khach', 'vi');
    for (const path of [src, original]) {
      expect((await desk.fetched(nobody, path)).status).toBe(403);
      expect((await desk.fetched(newsroom.stranger(), path)).status).toBe(401);
    }
  });
});
