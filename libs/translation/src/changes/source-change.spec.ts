import { isStale } from '@desk/articles';
import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';

const story = {
  title: 'Chợ nổi Cái Răng',
  paragraphs: ['Chợ họp từ 5 giờ sáng. Ghe xuồng đậu san sát. Khách đi vè bằng thuyền.'],
};
const mended = {
  ...story,
  paragraphs: ['Chợ họp từ 5 giờ sáng. Ghe xuồng đậu san sát. Khách đi về bằng thuyền.'],
};
const english = (source: string): string => `In English: ${source.length} letters`;

describe('a source that is approved anew', () => {
  let newsroom: TranslatingNewsroom;

  beforeAll(async () => {
    newsroom = await TranslatingNewsroom.open();
  });
  afterAll(() => newsroom.close());

  /** An approved source with its approved English translation. */
  const translated = async () => {
    const source = await newsroom.source(story);
    const { editionId } = await newsroom.prepare(source, 'en');
    await newsroom.translate(editionId, english);
    return { source, english: await newsroom.approve(editionId) };
  };
  const weighed = async (sourceId: string) => {
    const entries = await newsroom.desk.entries('source.change_weighed');
    return entries.findLast(({ editionId }) => editionId === sourceId)?.payload;
  };

  it('with a typo mended asks nothing: the translation stands, signed as it is', async () => {
    const { source, english: before } = await translated();
    const now = await newsroom.changed(source.id, mended, { significance: 'typo' });
    expect(await weighed(source.id)).toEqual({ said: 'typo', significance: 'typo', signs: [] });
    const after = await newsroom.desk.edition(before.id);
    expect(after).toMatchObject({ state: 'approved', version: before.version });
    expect(isStale(after)).toBe(false);

    expect(await newsroom.prepare(now, 'en')).toMatchObject({ stands: true, segments: 4 });
    const sheet = await newsroom.sheet(before.id);
    expect(sheet.map(({ status }) => status)).toEqual(Array(4).fill('confirmed'));
    expect(sheet.at(-1)).toMatchObject({
      source: 'Khách đi về bằng thuyền.',
      target: english('Khách đi vè bằng thuyền.'),
    });
  });

  it('is more than its writer says when a number changed: exactly that sentence comes back', async () => {
    const { source, english: before } = await translated();
    const later = { ...story, paragraphs: [mended.paragraphs[0]?.replace('5 giờ', '6 giờ') ?? ''] };
    const now = await newsroom.changed(source.id, later, { significance: 'typo' });
    expect(await weighed(source.id)).toEqual({
      said: 'typo',
      significance: 'detail',
      signs: ['number'],
    });
    expect(isStale(await newsroom.desk.edition(before.id))).toBe(true);
    expect(await newsroom.prepare(now, 'en')).toMatchObject({ stands: false });
    const open = (await newsroom.sheet(before.id)).filter(({ status }) => status !== 'confirmed');
    expect(open.map(({ previousSource, source: text }) => [previousSource, text])).toEqual([
      ['Chợ họp từ 5 giờ sáng.', 'Chợ họp từ 6 giờ sáng.'],
      ['Khách đi vè bằng thuyền.', 'Khách đi về bằng thuyền.'],
    ]);
  });

  it('leaves translations stale that had not followed an earlier change', async () => {
    const { source, english: before } = await translated();
    const changed = { ...story, paragraphs: [`${story.paragraphs[0]} Chợ rất đông.`] };
    await newsroom.changed(source.id, changed, { significance: 'substance' });
    const later = {
      ...story,
      paragraphs: [changed.paragraphs[0]?.replace('đi vè', 'đi về') ?? ''],
    };
    await newsroom.changed(source.id, later, { significance: 'typo' });
    expect(await weighed(source.id)).toMatchObject({ significance: 'typo' });
    expect(isStale(await newsroom.desk.edition(before.id))).toBe(true);
  });

  it('with typos mended again and again still stands for the first', async () => {
    const { source, english: before } = await translated();
    await newsroom.changed(source.id, mended, { significance: 'typo' });
    const twice = { ...mended, paragraphs: [mended.paragraphs[0]?.replace('sát', 'sat') ?? ''] };
    const now = await newsroom.changed(source.id, twice, { significance: 'typo' });
    expect(isStale(await newsroom.desk.edition(before.id))).toBe(false);
    await newsroom.prepare(now, 'en');
    await newsroom.desk.act(await newsroom.desk.translator(), before.id, 'recall');
    const again = await newsroom.approve(before.id);
    expect(again.state).toBe('approved');
    expect(isStale(again)).toBe(false);
  });

  it('is taken for a change of detail when nobody says what it is', async () => {
    const { source, english: before } = await translated();
    await newsroom.changed(source.id, mended);
    expect(await weighed(source.id)).toEqual({ said: null, significance: 'detail', signs: [] });
    expect(isStale(await newsroom.desk.edition(before.id))).toBe(true);
  });
});
