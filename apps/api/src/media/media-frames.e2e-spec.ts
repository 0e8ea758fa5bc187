import sharp from 'sharp';
import { z } from 'zod';
import { mediaSchema, pageOf } from '@desk/contracts';
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
  newsroom = await HttpNewsroom.open();
  desk = new MediaDesk(newsroom);
  writer = await newsroom.hire('hanh', 'vi', { role: 'writer' });
  translator = await newsroom.hire('saray', 'km', { role: 'translator' });
  approver = await newsroom.hire('minh', 'vi', { role: 'approver' });
});
afterAll(() => newsroom.close());

const now = (id: string) => writer.reads(mediaSchema, `media/${id}`);

describe('a picture with its sizes', () => {
  it('is served in three formats, upright, with nothing in it but itself', async () => {
    const { id, src, shown } = await desk.sends(
      writer,
      await photographed(1_000, 700),
      'image/jpeg',
    );
    expect((await desk.fetched(writer, src)).status).toBe(404);
    await desk.makeSizes(src);
    expect(await now(id)).toMatchObject({ state: 'ready', version: 1 });
    const folder = src.slice(0, src.lastIndexOf('/'));
    expect(shown?.widths).toEqual([320, 640, 1_000]);
    for (const width of shown?.widths ?? []) {
      for (const [format, type] of [
        ['avif', 'image/avif'],
        ['webp', 'image/webp'],
        ['jpg', 'image/jpeg'],
      ]) {
        const { status, headers, bytes } = await desk.fetched(
          approver,
          `${folder}/${width}.${format}`,
        );
        expect(status).toBe(200);
        expect(headers.get('content-type')).toBe(type);
        expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
        const metadata = await sharp(bytes).metadata();
        expect(metadata).toMatchObject({ width, height: Math.round(width * 0.7) });
        expect(metadata.exif).toBeUndefined();
        // The sun stands above on the left: the picture is not on its side.
        const { data } = await sharp(bytes)
          .resize(30, 20, { fit: 'fill' })
          .removeAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        const [red = 0, , blue = 0] = data.subarray((5 * 30 + 5) * 3);
        expect(red - blue).toBeGreaterThan(80);
      }
    }
    const card = await desk.fetched(writer, `${folder}/card.jpg`);
    expect(await sharp(card.bytes).metadata()).toMatchObject({ width: 1_200, height: 630 });
    expect((await desk.fetched(writer, `${folder}/641.webp`)).status).toBe(404);
    expect((await desk.fetched(writer, `${folder}/..%2f..%2foriginals`)).status).toBe(404);
  });

  it('that is damaged inside has failed, says why, and is tried again with a new frame', async () => {
    const bytes = await drawnPicture(640, 400).png().toBuffer();
    const coded = bytes.indexOf('IDAT') + 20;
    bytes.fill(7, coded, coded + 60);
    const { id, src, version } = await desk.sends(writer, bytes, 'image/png');
    await desk.makeSizes(src);
    expect(await now(id)).toMatchObject({
      state: 'failed',
      problem: {
        code: 'media.unreadable',
        message: translate('vi', 'errors:media.unreadable'),
      },
    });
    expect(await desk.changed(writer, id, version, { crop: null })).toMatchObject({
      state: 'waiting',
      problem: null,
      src,
    });
  });
});

describe('what is said of it', () => {
  it('is kept for each language, and the second of two who write at once gets 409', async () => {
    const { id, version } = await desk.sends(
      writer,
      await drawnPicture(90, 60).webp().toBuffer(),
      'image/webp',
    );
    const vi = { alt: 'Ghe ngo trên sông', caption: 'Hội đua ghe ngo' };
    const first = await desk.changed(writer, id, version, {
      credit: 'THT',
      licence: 'own',
      texts: { vi },
    });
    expect(first).toMatchObject({ version: 2, credit: 'THT', licence: 'own' });
    const km = { alt: 'ទូកង' };
    const second = await desk.changed(translator, id, 2, { texts: { km } });
    expect(second.texts).toEqual({
      vi,
      en: { alt: '', caption: '' },
      km: { alt: 'ទូកង', caption: '' },
    });
    expect(second).toMatchObject({ credit: 'THT', licence: 'own', src: first.src });
    const late = await writer.send('PATCH', `media/${id}`, { body: { credit: 'X' }, ifMatch: 2 });
    expect(late).toMatchObject({ status: 409, body: { code: 'request.changed_meanwhile' } });
    expect(await desk.changed(writer, id, 3, { licence: null })).toMatchObject({ licence: null });
    expect((await writer.send('PATCH', `media/${id}`, { body: {} })).status).toBe(428);
  });

  it('is found by words with and without marks, in every script', async () => {
    const { id, version } = await desk.sends(
      writer,
      pdf('kế hoạch'),
      'application/pdf',
      'Kế hoạch 23.pdf',
    );
    await desk.changed(writer, id, version, { texts: { km: { caption: 'ផែនការអុំទូក' } } });
    const find = async (query: string) =>
      (await writer.reads(pageOf(mediaSchema), `media?${query}`)).items.map((one) => one.id);
    for (const search of ['ke hoach', 'kế 23', 'អុំទូក', 'KẾ HOẠCH']) {
      expect(await find(`search=${encodeURIComponent(search)}`)).toEqual([id]);
    }
    expect(await find('search=100%25')).toEqual([]);
    expect(await find('search=ke%20hoach&kind=picture')).toEqual([]);
    expect(await find('kind=document')).toContain(id);
    const [own, mine] = [
      await find('mine=true'),
      await translator.reads(pageOf(mediaSchema), 'media?mine=true'),
    ];
    expect(own).toContain(id);
    expect(mine.items.every(({ uploadedBy }) => uploadedBy.id === translator.id)).toBe(true);
  });

  it('comes in pages that lose none', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { items: { id: string }[]; next: string | null } = await writer.reads(
        pageOf(mediaSchema),
        `media?limit=2${after}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    const all = await writer.reads(pageOf(mediaSchema), 'media?limit=100');
    expect(seen).toEqual(all.items.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(2);
  });
});

describe('another part of a picture', () => {
  it('is shown under a new address; the old one stays what it was', async () => {
    const picture = await drawnPicture(1_200, 800).jpeg().toBuffer();
    const before = await desk.sends(writer, picture, 'image/jpeg');
    await desk.makeSizes(before.src);
    const old = await desk.fetched(writer, before.src);
    const crop = { x: 0.5, y: 0.25, width: 0.5, height: 0.5 };
    const focalPoint = { x: 0.75, y: 0.5 };
    const after = await desk.changed(writer, before.id, 1, { crop, focalPoint });
    expect(after).toMatchObject({
      state: 'waiting',
      crop,
      focalPoint,
      width: 1_200,
      shown: { width: 600, height: 400, widths: [320, 600] },
      version: 2,
    });
    expect(after.src).not.toBe(before.src);
    await desk.makeSizes(after.src);
    const cut = await sharp((await desk.fetched(writer, after.src)).bytes).metadata();
    expect(cut).toMatchObject({ width: 600, height: 400 });
    expect((await desk.fetched(writer, before.src)).bytes).toEqual(old.bytes);

    const back = await desk.changed(writer, before.id, 2, { crop: null, focalPoint: null });
    expect(back).toMatchObject({ src: before.src, state: 'ready' });
    const entries = await rows(
      newsroom.sql,
      z.object({ fact: z.string() }),
      'SELECT fact FROM ledger_entry WHERE subject_id = ? ORDER BY id',
      [before.id],
    );
    expect(entries.map(({ fact }) => fact)).toEqual([
      'media.added',
      'media.ready',
      ...['media.changed', 'media.reframed', 'media.ready'],
      ...['media.changed', 'media.reframed'],
    ]);
  });

  it('lies within it, and only pictures have parts', async () => {
    const { id, version } = await desk.sends(
      writer,
      await drawnPicture(80, 60).gif().toBuffer(),
      'image/gif',
    );
    const outside = { crop: { x: 0.9, y: 0, width: 0.2, height: 1 } };
    const code = (body: object, of: string) =>
      desk
        .changed(writer, of, version, body)
        .catch((error: unknown) => error instanceof Refusal && error.code);
    expect(await code(outside, id)).toBe('media.crop_outside');
    expect(await code({ crop: { x: -1, y: 0, width: 1, height: 1 } }, id)).toBe('request.invalid');
    expect(await code({ crop: { x: 0, y: 0, width: 0, height: 1 } }, id)).toBe('request.invalid');
    const document = await desk.sends(writer, pdf('không cắt'), 'application/pdf');
    expect(await code({ focalPoint: { x: 0, y: 0 } }, document.id)).toBe('media.no_picture');
  });
});

describe('a document, a sound or a film', () => {
  it('is ready at once, is served whole or in parts, and a document is saved', async () => {
    const bytes = pdf('Công báo');
    const { original, src, state, shown } = await desk.sends(
      writer,
      bytes,
      'application/pdf',
      'công báo.pdf',
    );
    expect({ state, shown }).toEqual({ state: 'ready', shown: null });
    expect(src).toMatch(/\/file\.pdf$/);
    for (const path of [original, src]) {
      expect((await desk.fetched(approver, path)).bytes).toEqual(bytes);
      const part = await desk.fetched(approver, path, { range: 'bytes=5-8' });
      expect(part).toMatchObject({ status: 206, bytes: bytes.subarray(5, 9) });
      expect(part.headers.get('content-range')).toBe(`bytes 5-8/${bytes.length}`);
      expect((await desk.fetched(approver, path, { range: 'bytes=9999-' })).status).toBe(416);
    }
    const { headers } = await desk.fetched(approver, original);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename/);
    expect((await desk.fetched(approver, src.replace('pdf', 'mp4'))).status).toBe(404);
  });
});
