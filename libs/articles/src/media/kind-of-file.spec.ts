import sharp from 'sharp';
import { kindOfFile } from './kind-of-file.js';

const drawn = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#2a7' } });
const text = (content: string) => Buffer.from(content);

it('pictures are known by their content', async () => {
  const files = {
    'image/jpeg': await drawn().jpeg().toBuffer(),
    'image/png': await drawn().png().toBuffer(),
    'image/webp': await drawn().webp().toBuffer(),
    'image/gif': await drawn().gif().toBuffer(),
    'image/avif': await drawn().avif().toBuffer(),
  };
  for (const [type, bytes] of Object.entries(files)) {
    expect(await kindOfFile(bytes)).toMatchObject({ kind: 'picture', type });
  }
});

it.each([
  ['document', 'application/pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj'],
  ['audio', 'audio/mpeg', 'ID3\x04\0\0\0\0\0\0\xff\xfb\x90\x64'],
  ['video', 'video/mp4', '\0\0\0\x18ftypisom\0\0\x02\0isomiso2avc1mp41'],
  ['audio', 'audio/mp4', '\0\0\0\x18ftypM4A \0\0\x02\0isomiso2M4A mp42'],
])('%s of type %s', async (kind, type, content) => {
  expect(await kindOfFile(Buffer.from(content, 'latin1'))).toMatchObject({ kind, type });
});

it.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['\ufeff <?xml version="1.0"?>\n<!-- vẽ --><svg\n width="1"></svg>'],
  ['<!DOCTYPE svg PUBLIC "x" "y"><s:svg xmlns:s="http://www.w3.org/2000/svg"/>'],
])('%s is a drawing with scripts', async (content) => {
  await expect(kindOfFile(text(content))).rejects.toMatchObject({ code: 'media.svg_refused' });
  const wide = Buffer.from(content, 'utf16le');
  await expect(kindOfFile(wide)).rejects.toMatchObject({ status: 422 });
});

it.each([
  ['a page', '<!doctype html><script>alert(1)</script>', '?'],
  ['a text', 'Chợ nổi Cái Răng', '?'],
  ['an archive', 'PK\x05\x06' + '\0'.repeat(18), 'application/zip'],
  ['a program', 'MZ\x90\0\x03', 'application/x-msdownload'],
  ['a picture of another kind', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'image/heic'],
])('%s is refused', async (_, content, type) => {
  await expect(kindOfFile(Buffer.from(content, 'latin1'))).rejects.toMatchObject({
    code: 'media.kind_refused',
    facts: { type },
  });
});

it('an empty file is told as one', async () => {
  await expect(kindOfFile(Buffer.alloc(0))).rejects.toMatchObject({ code: 'media.empty' });
});
