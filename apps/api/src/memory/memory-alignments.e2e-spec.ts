import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryImportSchema, pastAlignmentsSchema } from '@desk/contracts';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

let newsroom: HttpNewsroom;
let editor: Colleague;
let translator: Colleague;
beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  editor = await newsroom.hire('editor', 'vi', { role: 'managing_editor' });
  translator = await newsroom.hire('saray', 'km', { role: 'translator', language: 'km' });
});
afterAll(() => newsroom.close());

const declaration = (code: string) => ({
  format: 'html',
  content: readFileSync(join(process.cwd(), `test/data/udhr/${code}.html`), 'utf8'),
});
const aligns = (body: object) =>
  editor.does(pastAlignmentsSchema, 'POST', 'memory/alignments', { body });

describe('articles of the past over HTTP', () => {
  it('are paired in three languages, looked through, and taken into the memory', async () => {
    const { alignments } = await aligns({
      vi: declaration('vie'),
      en: declaration('eng'),
      km: declaration('khm'),
    });
    expect(
      alignments.map(({ sourceLanguage, targetLanguage }) => `${sourceLanguage}-${targetLanguage}`),
    ).toEqual(['vi-en', 'vi-km', 'en-km']);
    expect(alignments.every(({ contradicted }) => contradicted === 0)).toBe(true);
    const pairs = alignments[0]?.pairs ?? [];
    const sure = pairs.filter(({ confidence }) => confidence >= 0.9);
    expect(sure.length).toBeGreaterThan(80);
    const units = sure.map(({ source, target }) => ({ source, target }));
    const body = { name: 'Tuyên ngôn', sourceLanguage: 'vi', targetLanguage: 'en', units };
    const imported = await editor.does(memoryImportSchema, 'POST', 'memory/imports', { body });
    expect(imported.units + imported.known).toBeLessThanOrEqual(sure.length);
    expect(imported.units).toBeGreaterThan(80);
  });

  it('are paired as text too, with what only one has', async () => {
    const rain = 'Trời mưa to suốt ba ngày đêm trên khắp các huyện của tỉnh nhà.';
    const { alignments } = await aligns({
      vi: { format: 'text', content: `Có 54 đội ⟨A⟩ dự thi.\n${rain}\nNăm 2013 rất vui.` },
      en: { format: 'text', content: 'There are 54 teams ⟨A⟩ now.\n2013 was a joy.' },
    });
    const [alignment] = alignments;
    expect(alignment?.contradicted).toBeNull();
    expect(alignment?.pairs[0]).toMatchObject({
      source: 'Có 54 đội ⟨⟨A⟩ dự thi.',
      target: 'There are 54 teams ⟨⟨A⟩ now.',
      kind: 'paragraph',
    });
    expect(alignment?.unpaired).toEqual([{ side: 'source', text: rain }]);
  });

  it('must be two at least, not too long, and are for those who keep the memory', async () => {
    const one = { format: 'text', content: 'Một.' };
    for (const body of [{ vi: one }, { vi: one, en: { ...one, content: 'a'.repeat(150_001) } }]) {
      expect(await editor.send('POST', 'memory/alignments', { body })).toMatchObject({
        status: 422,
      });
    }
    const long = { vi: one, en: { ...one, content: 'One.\n'.repeat(3_001) } };
    expect(await editor.send('POST', 'memory/alignments', { body: long })).toMatchObject({
      status: 422,
      body: { code: 'memory.article_too_long' },
    });
    const body = { vi: one, en: one };
    expect(await translator.send('POST', 'memory/alignments', { body })).toMatchObject({
      status: 403,
    });
  });
});
