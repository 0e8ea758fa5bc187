import fc from 'fast-check';
import { revision } from '@desk/articles';
import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';
import { canonicalEdition } from '../segments/body.arbitrary.js';
import { decompose, naturalLayout, recompose, withAbbreviations } from '../segments/index.js';
import { SentenceRules } from './index.js';

const text = {
  title: 'Họp báo',
  paragraphs: ['Hôm qua gặp Tr.Phòng. Lan ở xã. Bà Lan về.', 'Tr.Phòng. Minh ở lại. Trời mưa.'],
};

describe('abbreviations of the newsroom', () => {
  let newsroom: TranslatingNewsroom;
  let rules: SentenceRules;
  beforeAll(async () => {
    newsroom = await TranslatingNewsroom.open();
    rules = newsroom.desk.get(SentenceRules);
  });
  afterAll(() => newsroom.close());

  it('hold for sources prepared from then on; what was prepared keeps its segments', async () => {
    const administrator = await newsroom.desk.person('Danh Sa Vuth', { role: 'administrator' });
    const source = await newsroom.source(text);
    const before = await newsroom.prepare(source, 'en');
    expect((await newsroom.sheet(before.editionId)).map((one) => one.source)).toContain(
      'Hôm qua gặp Tr.Phòng.',
    );

    const { id } = await rules.add(administrator, { language: 'vi', abbreviation: 'Tr.Phòng.' });
    const after = await newsroom.prepare(source, 'km');
    expect((await newsroom.sheet(after.editionId)).map((one) => one.source)).toEqual([
      'Họp báo',
      'Hôm qua gặp Tr.Phòng. Lan ở xã.',
      'Bà Lan về.',
      'Tr.Phòng. Minh ở lại.',
      'Trời mưa.',
    ]);
    await newsroom.prepare(source, 'en');
    expect(await newsroom.sheet(before.editionId)).toHaveLength(7);

    await rules.remove(administrator, id);
    await newsroom.translate(after.editionId, (sentence) => `ប្រយោគ៖ ${sentence}`);
    const { approvedRevisionId } = await newsroom.approve(after.editionId);
    const { body } = await newsroom.desk.inTransaction((tx) =>
      revision(tx, approvedRevisionId ?? ''),
    );
    expect(JSON.stringify(body)).toContain('ប្រយោគ៖ Tr.Phòng. Minh ở lại.');
  });
});

describe('withAbbreviations', () => {
  it('joins only what the rules of the language cut behind the abbreviation, and loses nothing', () => {
    fc.assert(
      fc.property(canonicalEdition, (edition) => {
        const { language } = edition;
        const layout = withAbbreviations(naturalLayout, edition, language, [
          'x',
          'đi',
          'về',
          'said so',
        ]);
        const natural = decompose(edition, language);
        const segments = decompose(edition, language, layout);
        expect(segments).toHaveLength(natural.length - layout.joins.length);
        const { title, summary, body, seo } = edition;
        const same = segments.map(({ position, source: target }) => ({ position, target }));
        expect(recompose(edition, same, language, layout)).toEqual({ title, summary, body, seo });
      }),
    );
  });

  it('leaves the layout as it is where there is nothing to join', () => {
    const edition = {
      title: 'Một. Hai',
      summary: 'Ba. Bốn.',
      body: { type: 'doc' as const, content: [] },
      seo: { title: '', description: '' },
    };
    expect(withAbbreviations(naturalLayout, edition, 'vi', ['Tr'])).toBe(naturalLayout);
    expect(withAbbreviations(naturalLayout, edition, 'vi', ['Ba']).joins).toEqual([1]);
  });
});
