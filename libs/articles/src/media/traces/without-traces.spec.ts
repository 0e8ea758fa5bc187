import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { gifWithoutTraces } from './gif.js';
import { emptyTracesOfMp4 } from './mp4.js';
import { withoutTraces } from './without-traces.js';

/** Somewhere in Sóc Trăng, as a telephone writes it. */
const place = {
  IFD0: { Make: 'Dien thoai', Artist: 'Tran Thi Hanh' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '9/1 36/1 9/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '105/1 58/1 26/1',
  },
};
const xmp =
  '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:p="http://ns.adobe.com/photoshop/1.0/" p:City="Soc Trang"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>';

/** Two fields of colour, so that one sees which side is up. */
const drawn = (): Sharp =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#c33' } }).composite([
    {
      input: { create: { width: 60, height: 10, channels: 3, background: '#36c' } },
      gravity: 'north',
    },
  ]);

const photographed = (orientation: number): Sharp =>
  drawn().withExif(place).withXmp(xmp).withMetadata({ orientation });

const encoders = {
  'image/jpeg': (picture: Sharp) => picture.jpeg({ progressive: true }),
  'image/png': (picture: Sharp) => picture.png(),
  'image/webp': (picture: Sharp) => picture.webp(),
  'image/avif': (picture: Sharp) => picture.avif(),
} as const;
const types = Object.keys(encoders) as (keyof typeof encoders)[];

async function stripped(bytes: Buffer, type: string) {
  const { orientation = 1, exif, xmp: notes } = await sharp(bytes).metadata();
  const hasNotes = exif !== undefined || notes !== undefined;
  return withoutTraces(bytes, { type, orientation, hasNotes });
}
const upright = (bytes: Buffer) => sharp(bytes).autoOrient().removeAlpha().raw().toBuffer();

describe.each(types)('a picture as %s', (type) => {
  it.each([1, 6])(
    'turned as %i loses place, device and name, and nothing of itself',
    async (way) => {
      const bytes = await encoders[type](photographed(way)).toBuffer();
      expect((await sharp(bytes).metadata()).exif).toBeDefined();
      const clean = await stripped(bytes, type);
      for (const word of ['Dien thoai', 'Hanh', 'Soc Trang', 'adobe', 'GPS']) {
        expect(clean.includes(word)).toBe(false);
      }
      const { exif, xmp: notes } = await sharp(clean).metadata();
      expect(notes).toBeUndefined();
      expect(exif?.length ?? 0).toBeLessThan(40);
      if (type !== 'image/avif') expect(await upright(clean)).toEqual(await upright(bytes));
      const size = await sharp(clean).metadata();
      expect(size.autoOrient).toEqual((await sharp(bytes).metadata()).autoOrient);
    },
  );

  it('is the same file again when nothing was to be taken from it', async () => {
    const once = await stripped(await encoders[type](photographed(3)).toBuffer(), type);
    expect(await stripped(once, type)).toEqual(once);
  });
});

describe.each(types.filter((type) => type !== 'image/avif'))('a picture as %s', (type) => {
  it('that is cut off or altered is refused or comes out without place, and never hangs', async () => {
    const bytes = await encoders[type](photographed(1)).toBuffer();
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, to, cut) => {
        const other = cut ? bytes.subarray(0, at) : Buffer.from(bytes);
        if (!cut) other[at] = to;
        const traced = { type, orientation: 1, hasNotes: true };
        await withoutTraces(other, traced).catch((error: unknown) => {
          expect(error).toMatchObject({ code: 'media.unreadable' });
        });
      }),
      { numRuns: 300 },
    );
  });
});

it('a JPEG ends where it ends: what a telephone hides behind goes', async () => {
  const bytes = await drawn().jpeg().toBuffer();
  const hidden = Buffer.concat([bytes, await photographed(1).jpeg().toBuffer()]);
  expect(await stripped(hidden, 'image/jpeg')).toEqual(await stripped(bytes, 'image/jpeg'));
});

it('a GIF loses its comments and keeps its movement', async () => {
  const frames = await sharp(
    [await drawn().png().toBuffer(), await drawn().negate().png().toBuffer()],
    { join: { animated: true } },
  )
    .gif({ loop: 0, delay: [200, 200] })
    .toBuffer();
  const comment = Buffer.from('\x21\xfe\x0aSoc Trang!\0', 'latin1');
  const end = frames.length - 1;
  const told = Buffer.concat([frames.subarray(0, end), comment, frames.subarray(end)]);
  const clean = gifWithoutTraces(told);
  expect(clean).toEqual(frames);
  expect(await sharp(clean, { animated: true }).metadata()).toMatchObject({ pages: 2 });
  expect(() => gifWithoutTraces(told.subarray(0, 40))).toThrow('media.unreadable');
});

describe('an MP4', () => {
  const box = (type: string, ...inside: Buffer[]): Buffer => {
    const content = Buffer.concat(inside);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, content]);
  };
  const where = Buffer.from('+09.6025+105.9739/', 'latin1');
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-mp4-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('loses where it was filmed; everything else stays where it was', async () => {
    const film = Buffer.from('phim về đua ghe ngo');
    const header = box('mvhd', Buffer.alloc(12, 7));
    const track = box('trak', box('tkhd', Buffer.alloc(4, 1)), box('meta', where));
    const bytes = Buffer.concat([
      box('ftyp', Buffer.from('isom')),
      box('moov', header, track, box('udta', box('\xa9xyz', where))),
      box('uuid', Buffer.alloc(16), where),
      box('mdat', film),
    ]);
    const path = join(folder, 'ghe-ngo.mp4');
    await writeFile(path, bytes);
    await emptyTracesOfMp4(path);
    const clean = await readFile(path);
    expect(clean.length).toBe(bytes.length);
    expect(clean.includes(where)).toBe(false);
    expect(clean.indexOf(film)).toBe(bytes.indexOf(film));
    expect(clean.indexOf(header)).toBe(bytes.indexOf(header));
    await emptyTracesOfMp4(path);
    expect(await readFile(path)).toEqual(clean);
  });

  it('that is cut off is refused', async () => {
    const path = join(folder, 'cut.mp4');
    await writeFile(path, box('moov', box('udta', where)).subarray(0, 20));
    await expect(emptyTracesOfMp4(path)).rejects.toMatchObject({ code: 'media.unreadable' });
  });
});
