import { z } from 'zod';
import { memoryFileImportSchema } from '@desk/contracts';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

const tmx = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="vi" datatype="plaintext"/>
  <body>
    <tu><tuv xml:lang="vi-VN"><seg>Chợ họp từ sáng sớm.</seg></tuv><tuv xml:lang="en-GB"><seg>The market opens early.</seg></tuv></tu>
    <tu><tuv xml:lang="vi"><seg>Ghe đậu san sát.</seg></tuv><tuv xml:lang="km"><seg>ទូកចតជិតគ្នា។</seg></tuv></tu>
  </body>
</tmx>`;

describe('the memory as a file', () => {
  let newsroom: HttpNewsroom;
  let lan: Colleague;
  const pair = 'sourceLanguage=vi&targetLanguage=en';
  const upload = (person: Colleague, content: string, query = '') =>
    person.send('POST', `memory/exchange/imports?${pair}&name=X${query}`, {
      body: content,
      headers: { 'content-type': 'application/octet-stream' },
    });

  beforeAll(async () => {
    newsroom = await HttpNewsroom.open();
    lan = await newsroom.hire('lan', 'en', { role: 'translator' });
  });
  afterAll(() => newsroom.close());

  it('says what it would take, takes it once, and gives it out again', async () => {
    const dry = await upload(newsroom.admin, tmx, '&dryRun=true');
    expect(dry).toMatchObject({ status: 200, body: { read: 1, other: 1, import: null } });
    const taken = memoryFileImportSchema.parse((await upload(newsroom.admin, tmx)).body);
    expect(taken).toMatchObject({ problems: [], import: { units: 1, known: 0 } });
    const again = memoryFileImportSchema.parse((await upload(newsroom.admin, tmx)).body);
    expect(again.import).toMatchObject({ units: 0, known: 1 });

    const file = await lan.page(`memory/exchange?${pair}`);
    expect(file.headers.get('content-type')).toContain('application/x-tmx+xml');
    expect(file.text).toContain('Chợ họp từ sáng sớm.');
    expect(file.text).toContain('The market opens early.');
    expect(file.text).not.toContain('ទូក');
  });

  it('is refused when it is none, is hostile, or comes from who may not', async () => {
    const code = z.object({ code: z.string() });
    const csv = await upload(newsroom.admin, 'a,b\n1,2\n');
    expect(csv.status).toBe(422);
    const entity = tmx.replace('"tmx14.dtd"', '"tmx14.dtd" [<!ENTITY a "b">]');
    const hostile = await upload(newsroom.admin, entity);
    expect(hostile.status).toBe(422);
    expect(code.parse(hostile.body).code).toMatch(/^exchange\./);
    expect((await upload(lan, tmx)).status).toBe(403);
    expect((await lan.page('memory/exchange?sourceLanguage=vi')).status).toBe(422);
  });
});
