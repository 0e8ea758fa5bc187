import {
  memoryDuplicatesSchema,
  memoryImportSchema,
  memoryMatchesSchema,
  memorySearchResultSchema,
  memoryUnitSchema,
  pageOf,
} from '@desk/contracts';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

let newsroom: HttpNewsroom;
let editor: Colleague;
let translator: Colleague;
beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  editor = await newsroom.hire('ngan', 'vi', { role: 'managing_editor' });
  translator = await newsroom.hire('saray', 'km', { role: 'translator', language: 'km' });
});
afterAll(() => newsroom.close());

const draft = {
  name: 'Bản dịch năm 2019',
  sourceLanguage: 'vi',
  targetLanguage: 'km',
  tags: ['năm 2019'],
  units: [
    { source: 'Tỉnh có 64 xã, phường, thị trấn.', target: 'ខេត្តមានឃុំ សង្កាត់ ៦៤។' },
    { source: 'Lễ hội đua ghe ngo', target: 'ពិធីបុណ្យអុំទូក' },
    { source: 'Lễ hội đua ghe ngo', target: 'បុណ្យប្រណាំងទូកង' },
  ],
};
const pair = { sourceLanguage: 'vi', targetLanguage: 'km' };
const lookUp = async (text: string) =>
  (
    await translator.does(memoryMatchesSchema, 'POST', 'memory/look-up', {
      body: { text, ...pair },
    })
  ).items;

describe('the memory over HTTP', () => {
  it('takes units in, for those who keep it', async () => {
    expect(await translator.send('POST', 'memory/imports', { body: draft })).toMatchObject({
      status: 403,
      body: { code: 'permission.denied' },
    });
    const made = await editor.does(memoryImportSchema, 'POST', 'memory/imports', { body: draft });
    expect(made).toMatchObject({ units: 3, known: 0, undoneAt: null });
    const { items } = await editor.reads(pageOf(memoryImportSchema), 'memory/imports');
    expect(items.map(({ id }) => id)).toEqual([made.id]);
    const body = { ...draft, targetLanguage: 'vi' };
    expect(await editor.send('POST', 'memory/imports?lang=km', { body })).toMatchObject({
      status: 422,
      body: { code: 'memory.one_language', detail: expect.stringMatching(/[\u1780-\u17ff]/) },
    });
  });

  it('is looked up by translators, the difference marked and numbers adapted', async () => {
    const [match] = await lookUp('Tỉnh có 49 xã, phường, thị trấn.');
    expect(match).toMatchObject({
      score: 98,
      source: draft.units[0]?.source,
      target: 'ខេត្តមានឃុំ សង្កាត់ ៤៩។',
      adapted: [{ from: '៦៤', to: '៤៩' }],
      pivot: null,
    });
    expect(match?.difference).toContainEqual({ kind: 'insert', text: '49' });
    expect(await lookUp('Chuyện hoàn toàn khác')).toEqual([]);
    const bad = { text: '', ...pair };
    expect(await translator.send('POST', 'memory/look-up', { body: bad })).toMatchObject({
      status: 422,
    });
  });

  it('is searched for phrases in either language', async () => {
    const search = async (language: string, text: string) =>
      (
        await translator.reads(
          memorySearchResultSchema,
          `memory/search?language=${language}&text=${encodeURIComponent(text)}`,
        )
      ).items.length;
    expect(await search('km', 'ទូក')).toBe(2);
    expect(await search('vi', 'LỄ HỘI ĐUA')).toBe(2);
    expect(await search('en', 'boat')).toBe(0);
  });

  it('is kept clean by version: merged, changed, deleted, an import undone', async () => {
    const path = 'memory/duplicates';
    expect(await translator.send('GET', path)).toMatchObject({ status: 403 });
    const [group] = (await editor.reads(memoryDuplicatesSchema, path)).items;
    const [kept, gone] = group?.units ?? [];
    const unit = `memory/units/${kept?.id}`;
    const merged = await editor.send('POST', `${unit}/merge`, {
      body: { others: [gone?.id] },
      ifMatch: 1,
    });
    expect(merged).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await translator.send('GET', `memory/units/${gone?.id}`)).toMatchObject({
      status: 404,
      body: { code: 'memory.unit_missing' },
    });
    const body = { tags: ['lễ hội'] };
    expect(await editor.send('PATCH', unit, { body })).toMatchObject({ status: 428 });
    expect(await editor.send('PATCH', unit, { body, ifMatch: 1 })).toMatchObject({ status: 409 });
    expect(await editor.send('PATCH', unit, { body, ifMatch: 2 })).toMatchObject({
      status: 200,
      body: { version: 3, tags: ['lễ hội'] },
    });
    const one = await translator.send('GET', unit);
    expect(one.headers.get('etag')).toBe('"3"');
    const tagged = await translator.reads(
      pageOf(memoryUnitSchema),
      `memory/units?tag=${encodeURIComponent('lễ hội')}`,
    );
    expect(tagged.items.map(({ id }) => id)).toEqual([kept?.id]);

    const [{ id = '' } = {}] = (await editor.reads(pageOf(memoryImportSchema), 'memory/imports'))
      .items;
    const undone = await editor.send('POST', `memory/imports/${id}/undo`, { ifMatch: 1 });
    expect(undone).toMatchObject({ status: 200, body: { kept: 1 } });
    expect(await lookUp('Tỉnh có 49 xã, phường, thị trấn.')).toEqual([]);
    expect(await lookUp('Lễ hội đua ghe ngo')).toHaveLength(1);
    expect(await editor.send('DELETE', unit, { ifMatch: 3 })).toMatchObject({ status: 204 });
    expect(await lookUp('Lễ hội đua ghe ngo')).toEqual([]);
  });

  it('is closed to who is not signed in', async () => {
    const stranger = newsroom.stranger();
    expect(await stranger.send('GET', 'memory/units')).toMatchObject({ status: 401 });
  });
});
