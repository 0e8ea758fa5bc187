import { revision } from '@desk/articles';
import { TranslatingNewsroom } from '../../../test/support/translating-newsroom.js';
import { SegmentLayouts } from './segment-layouts.service.js';

const story = {
  title: 'Chợ nổi Cái Răng',
  paragraphs: ['Chợ họp sớm; ghe đậu san sát. Khách đến đông.', 'Chợ tan lúc trưa.'],
};

describe('segments that a translator joins and cuts', () => {
  let newsroom: TranslatingNewsroom;
  const layouts = () => newsroom.desk.get(SegmentLayouts);
  const prepared = async (policy = {}) => {
    const source = await newsroom.source(story, policy);
    const { editionId } = await newsroom.prepare(source, 'en');
    return { source, editionId, lan: await newsroom.desk.translator() };
  };
  const segment = async (editionId: string, at: number) => {
    const found = (await newsroom.sheet(editionId))[at];
    if (!found) throw new Error(`no segment ${at}`);
    return found;
  };
  const shown = async (editionId: string) =>
    (await newsroom.sheet(editionId)).map(({ source, target, status }) => [source, target, status]);

  beforeAll(async () => {
    newsroom = await TranslatingNewsroom.open();
  });
  afterAll(() => newsroom.close());

  it('become one, with what was typed into both as a draft', async () => {
    const { editionId, lan } = await prepared();
    await newsroom.translate(editionId, (source) => `${source.length} letters.`);
    const { id, version } = await segment(editionId, 1);
    await layouts().join(lan, id, version);
    expect(await shown(editionId)).toEqual([
      ['Chợ nổi Cái Răng', '16 letters.', 'confirmed'],
      ['Chợ họp sớm; ghe đậu san sát. Khách đến đông.', '29 letters. 15 letters.', 'draft'],
      ['Chợ tan lúc trưa.', '17 letters.', 'confirmed'],
    ]);
    expect((await newsroom.sheet(editionId)).map(({ position }) => position)).toEqual([0, 1, 2]);
  });

  it('become two, and the text is put together from both', async () => {
    const { editionId, lan } = await prepared();
    const { id, version } = await segment(editionId, 1);
    await layouts().cut(lan, id, version, { offset: 13 });
    expect((await shown(editionId)).map(([source]) => source)).toEqual([
      'Chợ nổi Cái Răng',
      'Chợ họp sớm;',
      'ghe đậu san sát.',
      'Khách đến đông.',
      'Chợ tan lúc trưa.',
    ]);
    await newsroom.translate(editionId, (source) => source.toUpperCase());
    const { approvedRevisionId } = await newsroom.approve(editionId);
    const { body } = await revision(newsroom.desk.sql, approvedRevisionId ?? '');
    expect(JSON.stringify(body)).toContain('CHỢ HỌP SỚM; GHE ĐẬU SAN SÁT. KHÁCH ĐẾN ĐÔNG.');
  });

  it('stay so when the source changes elsewhere', async () => {
    const { source, editionId, lan } = await prepared();
    const { id, version } = await segment(editionId, 1);
    await layouts().join(lan, id, version);
    await newsroom.translate(editionId, (text) => `English of ${text.length}.`);
    const later = { ...story, paragraphs: [story.paragraphs[0] ?? '', 'Chợ tan lúc 11 giờ.'] };
    await newsroom.prepare(await newsroom.changed(source.id, later), 'en');
    expect(await shown(editionId)).toEqual([
      ['Chợ nổi Cái Răng', 'English of 16.', 'confirmed'],
      ['Chợ họp sớm; ghe đậu san sát. Khách đến đông.', 'English of 45.', 'confirmed'],
      ['Chợ tan lúc 11 giờ.', 'English of 17.', 'draft'],
    ]);
  });

  it('are refused where there is nothing to join or cut, and to who saw an older one', async () => {
    const { editionId, lan } = await prepared();
    const last = await segment(editionId, 2);
    await expect(layouts().join(lan, last.id, last.version)).rejects.toMatchObject({
      code: 'segment.no_neighbour',
    });
    await expect(layouts().cut(lan, last.id, last.version, { offset: 400 })).rejects.toMatchObject({
      code: 'segment.cut_place',
    });
    await expect(
      layouts().cut(lan, last.id, last.version + 1, { offset: 3 }),
    ).rejects.toMatchObject({ code: 'segment.changed_meanwhile' });
    const writer = await newsroom.desk.writer();
    await expect(layouts().join(writer, last.id, last.version)).rejects.toMatchObject({
      code: 'permission.denied',
    });
    expect((await newsroom.sheet(editionId)).length).toBe(4);
  });
});
