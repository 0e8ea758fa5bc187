import { conceptSchema, glossaryImportSchema, pageOf } from '@desk/contracts';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

let newsroom: HttpNewsroom;
let editor: Colleague;
let translator: Colleague;
beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  editor = await newsroom.hire('editor', 'vi', { role: 'managing_editor' });
  translator = await newsroom.hire('saray', 'km', { role: 'translator', language: 'km' });
  await editor.does(conceptSchema, 'POST', 'glossary/concepts', {
    body: {
      domain: 'cơ quan',
      note: 'Viết hoa',
      source: 'Luật <2015>',
      terms: [
        { language: 'vi', term: 'Uỷ ban nhân dân', status: 'preferred', note: 'UBND' },
        { language: 'km', term: 'គណៈកម្មាធិការប្រជាជន', status: 'preferred' },
        { language: 'en', term: "People's Council", status: 'forbidden' },
      ],
    },
  });
});
afterAll(() => newsroom.close());

const upload = (who: Colleague, body: string, query = '') =>
  who.send('POST', `glossary/exchange/imports${query}`, {
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });
const concepts = () =>
  editor.reads(pageOf(conceptSchema), 'glossary/concepts?limit=100').then(({ items }) => items);

describe('the glossary as files', () => {
  it.each(['tbx', 'martif', 'csv'] as const)(
    'goes out as %s, and what comes back of it is known',
    async (format) => {
      const { status, headers, text } = await translator.page(`glossary/exchange?format=${format}`);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="glossary\./);
      expect(text).toContain('Uỷ ban nhân dân');
      const before = await concepts();
      const { body } = await upload(editor, text);
      expect(glossaryImportSchema.parse(body)).toEqual({
        format,
        dryRun: false,
        added: 0,
        known: before.length,
        problems: [],
      });
      expect(await concepts()).toEqual(before);
    },
  );

  it('takes new concepts, after a dry run if one likes, and tells of the faulty ones by line', async () => {
    const table = [
      'concept,domain,language,term,status,term_note',
      'a,đơn vị,vi,thị xã,,',
      'a,đơn vị,vi,TX.,preferred,viết tắt',
      'a,đơn vị,fr,ville,,',
      'a,đơn vị,km,ក្រុង,,',
      'b,,vi,phường,good,',
      'c,,fr,village,,',
      'd,,vi,Uỷ ban nhân dân,,',
      `e,,vi,${'x'.repeat(301)},,`,
      'f,,vi,thị xã,,',
    ].join('\r\n');
    const before = await concepts();
    const dry = await upload(editor, table, '?dryRun=true&lang=vi');
    const found = glossaryImportSchema.parse(dry.body);
    expect(found).toMatchObject({ dryRun: true, added: 1, known: 2 });
    expect(found.problems.map(({ code, line }) => [code, line])).toEqual([
      ['exchange.status_unknown', 6],
      ['exchange.term_missing', 7],
      ['exchange.concept_invalid', 9],
    ]);
    expect(found.problems[0]?.message).toBe('Không có trạng thái thuật ngữ “good”.');
    expect(await concepts()).toEqual(before);
    const taken = await upload(editor, table);
    expect(taken).toMatchObject({ status: 200, body: { added: 1, dryRun: false } });
    const added = (await concepts()).find(({ domain }) => domain === 'đơn vị');
    expect(
      added?.terms.map(({ language, term, status, note }) => [language, term, status, note]),
    ).toEqual([
      ['vi', 'thị xã', 'preferred', ''],
      ['vi', 'TX.', 'admitted', 'viết tắt'],
      ['km', 'ក្រុង', 'preferred', ''],
    ]);
    expect(await upload(editor, table)).toMatchObject({ body: { added: 0, known: 3 } });
  });

  it('refuses what is no glossary, and people who may not write it', async () => {
    expect(await upload(editor, '<tmx version="1.4"/>')).toMatchObject({
      status: 422,
      body: { code: 'exchange.format_not_of_glossary' },
    });
    expect((await upload(translator, 'vi,km\nxã,ឃុំ\n')).status).toBe(403);
    expect((await translator.page('glossary/exchange?format=xlsx')).status).toBe(422);
  });
});
