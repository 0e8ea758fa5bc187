import { spellingWordSchema, spellingWordsSchema, writingReportSchema } from '@desk/contracts';
import { writesArticle } from '../../../../test/support/article-work.js';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

const text = {
  title: 'Hội đua ghe ngo có 54 đội',
  summary: '',
  body: { type: 'doc' as const, content: [] },
  slug: '',
  seo: { title: '', description: '' },
};
const lines = [{ path: 'body/0', words: 'Các nghành kể vè hoà bình và lễ hội oóc' }];

let newsroom: HttpNewsroom;
let writer: Colleague;
let reviewer: Colleague;
let managingEditor: Colleague;
let sectionId: string;
let editionId: string;
beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  writer = await newsroom.hire('hanh', 'vi', { role: 'writer' });
  reviewer = await newsroom.hire('phia', 'vi', { role: 'reviewer' });
  managingEditor = await newsroom.hire('dat', 'vi', { role: 'managing_editor' });
  sectionId = await newsroom.section('tin');
  ({ editionId } = await writesArticle(writer, sectionId, text));
});
afterAll(() => newsroom.close());

const report = () =>
  writer.does(writingReportSchema, 'POST', `editions/${editionId}/writing-checks`, {
    body: { lines },
  });
const found = async () => (await report()).items.map(({ words }) => words);

describe('what is said of a text while it is written', () => {
  it('comes with places and corrections', async () => {
    const { items, spelling, tonePlace, ignored } = await report();
    expect({ spelling, tonePlace, ignored }).toEqual({
      spelling: true,
      tonePlace: null,
      ignored: 0,
    });
    expect(items.map(({ words }) => words)).toEqual(['nghành', 'oóc']);
    expect(items[0]).toMatchObject({ kind: 'spelling', path: 'body/0', from: 4, to: 10 });
    expect(items[0]?.corrections).toContain('ngành');
  });

  it('does not come again once it was ignored, until it is taken up again', async () => {
    const path = `editions/${editionId}/writing-ignores`;
    const body = { kind: 'spelling', words: 'oóc', ignored: true };
    expect(await reviewer.send('PUT', path, { body })).toMatchObject({ status: 403 });
    expect(await writer.send('PUT', path, { body })).toMatchObject({ status: 204 });
    expect(await writer.send('PUT', path, { body })).toMatchObject({ status: 204 });
    expect(await report()).toMatchObject({ ignored: 1, items: [{ words: 'nghành' }] });
    await writer.send('PUT', path, { body: { ...body, ignored: false } });
    expect(await found()).toEqual(['nghành', 'oóc']);
  });

  it('leaves out words that the newsroom knows; managing editors keep them', async () => {
    const body = { language: 'vi', word: 'Oóc' };
    expect(await writer.send('POST', 'spelling-words', { body })).toMatchObject({ status: 403 });
    const added = await managingEditor.does(spellingWordSchema, 'POST', 'spelling-words', { body });
    expect(added.word).toBe('oóc');
    expect(await managingEditor.send('POST', 'spelling-words', { body })).toMatchObject({
      status: 409,
      body: { code: 'spelling.exists' },
    });
    expect((await writer.reads(spellingWordsSchema, 'spelling-words')).items).toEqual([added]);
    expect(await found()).toEqual(['nghành']);
    const path = `spelling-words/${added.id}`;
    expect(await managingEditor.send('DELETE', path)).toMatchObject({ status: 204 });
    expect(await managingEditor.send('DELETE', path)).toMatchObject({ status: 404 });
  });

  it('knows where the section wants its tones', async () => {
    const path = `sections/${sectionId}/tone-place`;
    const body = { tonePlace: 'old' };
    expect(await writer.send('PUT', path, { body })).toMatchObject({ status: 403 });
    expect(await newsroom.admin.send('PUT', path, { body })).toMatchObject({ status: 204 });
    const { items, tonePlace } = await report();
    expect(tonePlace).toBe('old');
    expect(items.find(({ kind }) => kind === 'tone_place')?.corrections).toEqual(['hòa']);
    await newsroom.admin.send('PUT', path, { body: { tonePlace: null } });
    expect((await report()).tonePlace).toBeNull();
  });

  it('is refused for more than a text can hold', async () => {
    const body = {
      lines: Array.from({ length: 25 }, () => ({ path: 'x', words: 'a'.repeat(20_000) })),
    };
    const path = `editions/${editionId}/writing-checks`;
    expect(await writer.send('POST', path, { body })).toMatchObject({ status: 422 });
  });
});
