import { workingText } from '@desk/articles';
import { TranslatingNewsroom } from '../../../test/support/translating-newsroom.js';

let newsroom: TranslatingNewsroom;
beforeAll(async () => {
  newsroom = await TranslatingNewsroom.open();
});
afterAll(() => newsroom.close());

const inKhmer: Record<string, string> = {
  'Lễ hội Ok Om Bok': 'ពិធីបុណ្យអកអំបុក',
  'Lễ hội diễn ra tại Trà Vinh.': 'ពិធីបុណ្យប្រារព្ធនៅត្រាវិញ។',
  'Có 25 đội ghe ngo dự tranh.': 'មានទូកង ២៥ ចូលរួមប្រកួត។',
  'Trời mưa cả ngày.': 'មេឃភ្លៀងពេញមួយថ្ងៃ។',
};
const khmer = (source: string): string => inKhmer[source] ?? `ប្រយោគ៖ ${source}`;
const festival = {
  title: 'Lễ hội Ok Om Bok',
  paragraphs: ['Lễ hội diễn ra tại Trà Vinh. Có 25 đội ghe ngo dự tranh.', 'Trời mưa cả ngày.'],
};
const sources = [
  'Lễ hội Ok Om Bok',
  'Lễ hội diễn ra tại Trà Vinh.',
  'Có 25 đội ghe ngo dự tranh.',
  'Trời mưa cả ngày.',
];

describe('D: a translation that is prepared', () => {
  it('has all the segments of the approved source, in reading order', async () => {
    const source = await newsroom.source({ ...festival, title: 'Hội đua ghe ngo năm nay' });
    const prepared = await newsroom.prepare(source, 'en');
    expect(prepared).toMatchObject({ segments: 4, fromMemory: 0, carried: 0 });
    const sheet = await newsroom.sheet(prepared.editionId);
    expect(sheet.map((one) => one.source)).toEqual([
      'Hội đua ghe ngo năm nay',
      ...sources.slice(1),
    ]);
    expect(sheet.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
    for (const one of sheet) {
      expect(one).toMatchObject({
        sourceRevisionId: source.approvedRevisionId,
        target: '',
        status: 'untranslated',
        origin: 'none',
        matchScore: null,
        previousSource: null,
      });
    }
  });

  it('is prepared once, also when it is asked for twice or at the same time', async () => {
    const source = await newsroom.source(festival);
    const all = await Promise.all([1, 2, 3, 4].map(() => newsroom.prepare(source, 'en')));
    const again = await newsroom.prepare(source, 'en');
    expect(new Set([...all, again].map(({ editionId }) => editionId)).size).toBe(1);
    expect(await newsroom.sheet(again.editionId)).toHaveLength(4);
  });

  it('I: leaves state, text and time of every edition as they are', async () => {
    const source = await newsroom.source(festival);
    const { editionId } = await newsroom.prepare(source, 'km');
    const before = [await newsroom.desk.edition(source.id), await newsroom.desk.edition(editionId)];
    const text = await workingText(newsroom.desk.sql, editionId);
    newsroom.desk.clock.advance(60_000);
    await newsroom.prepare(source, 'km');
    await newsroom.prepare(source, 'en');
    expect([
      await newsroom.desk.edition(source.id),
      await newsroom.desk.edition(editionId),
    ]).toEqual(before);
    expect(await workingText(newsroom.desk.sql, editionId)).toEqual(text);
  });

  it('is not one of an older source that comes late', async () => {
    const older = await newsroom.source(festival);
    const newer = await newsroom.changed(older.id, { ...festival, title: 'Lễ hội trăng rằm' });
    const { editionId } = await newsroom.prepare(newer, 'km');
    expect(await newsroom.prepare(older, 'km')).toMatchObject({ editionId, superseded: true });
    const sheet = await newsroom.sheet(editionId);
    expect(new Set(sheet.map((one) => one.sourceRevisionId))).toEqual(
      new Set([newer.approvedRevisionId]),
    );
  });
});

describe('the memory', () => {
  it('knows what was signed off, in its context or without, and nobody need type it', async () => {
    const first = await newsroom.source(festival);
    const km = await newsroom.prepare(first, 'km');
    await newsroom.translate(km.editionId, khmer);
    const before = await newsroom.prepare(await newsroom.source(festival), 'km');
    expect(before.fromMemory).toBe(0);
    await newsroom.approve(km.editionId);

    const same = await newsroom.prepare(await newsroom.source(festival), 'km');
    expect(same).toMatchObject({ segments: 4, fromMemory: 4 });
    for (const one of await newsroom.sheet(same.editionId)) {
      expect(one).toMatchObject({
        target: khmer(one.source),
        origin: 'memory',
        matchScore: 101,
        status: 'draft',
        editedBy: null,
      });
    }

    const other = await newsroom.prepare(
      await newsroom.source({
        title: 'Thời tiết hôm nay',
        paragraphs: ['Trời mưa cả ngày. Nước lên nhanh.'],
      }),
      'km',
    );
    const sheet = await newsroom.sheet(other.editionId);
    expect(sheet.map(({ target, matchScore }) => [target, matchScore])).toEqual([
      ['', null],
      [khmer('Trời mưa cả ngày.'), 100],
      ['', null],
    ]);
  });

  it('is of one pair of languages', async () => {
    const en = await newsroom.prepare(await newsroom.source(festival), 'en');
    expect(en.fromMemory).toBe(0);
  });

  it('gives no text of a draft to anybody to publish: a person confirms it first', async () => {
    const km = await newsroom.prepare(await newsroom.source(festival), 'km');
    expect(km.fromMemory).toBe(4);
    const submitting = newsroom.desk.submit(km.editionId);
    await expect(submitting).rejects.toMatchObject({ status: 403 });
    const [title] = await newsroom.sheet(km.editionId);
    await newsroom.segments.save(
      await newsroom.desk.translator(),
      title?.id ?? '',
      title?.version ?? 0,
      { target: title?.target ?? '', status: 'confirmed' },
    );
    await expect(newsroom.desk.submit(km.editionId)).rejects.toMatchObject({
      code: 'translation.segments_open',
      status: 409,
      facts: { count: 3, total: 4 },
    });
  });

  it('keeps the newer translation of the same words', async () => {
    const km = await newsroom.prepare(await newsroom.source(festival), 'km');
    await newsroom.translate(km.editionId, (source) => `${khmer(source)} (ថ្មី)`);
    await newsroom.approve(km.editionId);
    const next = await newsroom.prepare(await newsroom.source(festival), 'km');
    const sheet = await newsroom.sheet(next.editionId);
    expect(sheet.map(({ target }) => target)).toEqual(
      sources.map((source) => `${khmer(source)} (ថ្មី)`),
    );
  });
});

describe('a source that has changed', () => {
  const race = {
    title: 'Đua bò Bảy Núi',
    paragraphs: [
      'Hội đua bò khai mạc sáng nay. Có 64 đôi bò dự tranh. Khán giả đến từ nhiều tỉnh.',
    ],
  };
  const english = (source: string): string => `[${source}]`;
  const translated = async () => {
    const source = await newsroom.source(race);
    const { editionId } = await newsroom.prepare(source, 'en');
    await newsroom.translate(editionId, english);
    return { source, editionId };
  };

  it('brings back only the sentences that changed, with the old text beside the new', async () => {
    const { source, editionId } = await translated();
    const before = await newsroom.sheet(editionId);
    const newer = await newsroom.changed(source.id, {
      ...race,
      paragraphs: [
        'Hội đua bò khai mạc sáng nay. Có 46 đôi bò dự tranh. Khán giả đến từ nhiều tỉnh.',
      ],
    });
    const prepared = await newsroom.prepare(newer, 'en');
    expect(prepared).toMatchObject({ editionId, segments: 4, carried: 4 });
    const after = await newsroom.sheet(editionId);
    expect(after.map(({ status }) => status)).toEqual([
      'confirmed',
      'confirmed',
      'draft',
      'confirmed',
    ]);
    expect(after[2]).toMatchObject({
      source: 'Có 46 đôi bò dự tranh.',
      previousSource: 'Có 64 đôi bò dự tranh.',
      target: english('Có 64 đôi bò dự tranh.'),
      origin: 'carried',
    });
    for (const index of [0, 1, 3]) {
      const { target, editedBy, source: words } = before[index] ?? {};
      expect(after[index]).toMatchObject({ source: words, target, editedBy, previousSource: null });
    }
  });

  it('keeps translations wherever their sentences went, and asks for new ones only', async () => {
    const { source, editionId } = await translated();
    const newer = await newsroom.changed(source.id, {
      ...race,
      paragraphs: [
        'Ban tổ chức trao giải lúc 17 giờ.',
        'Hội đua bò khai mạc sáng nay.',
        'Có 64 đôi bò dự tranh. Khán giả đến từ nhiều tỉnh.',
      ],
    });
    await newsroom.prepare(newer, 'en');
    const after = await newsroom.sheet(editionId);
    expect(after.map(({ target, status }) => [target, status])).toEqual([
      [english('Đua bò Bảy Núi'), 'confirmed'],
      ['', 'untranslated'],
      [english('Hội đua bò khai mạc sáng nay.'), 'confirmed'],
      [english('Có 64 đôi bò dự tranh.'), 'confirmed'],
      [english('Khán giả đến từ nhiều tỉnh.'), 'confirmed'],
    ]);
  });

  it('keeps unfinished work too, and of what nobody translated asks the memory again', async () => {
    const unknown = { title: 'Vườn cò Bằng Lăng', paragraphs: ['Cò về đông. Trẻ em thích lắm.'] };
    const source = await newsroom.source(unknown);
    const { editionId } = await newsroom.prepare(source, 'en');
    const [title] = await newsroom.sheet(editionId);
    const translator = await newsroom.desk.translator();
    const half = { target: 'The stork', status: 'draft' } as const;
    await newsroom.segments.save(translator, title?.id ?? '', title?.version ?? 0, half);

    const elsewhere = await newsroom.prepare(
      await newsroom.source({ title: 'Chuyện khác', paragraphs: ['Cò về đông. Hết.'] }),
      'en',
    );
    await newsroom.translate(elsewhere.editionId, english);
    await newsroom.approve(elsewhere.editionId);

    const newer = await newsroom.changed(source.id, {
      ...unknown,
      paragraphs: ['Cò về đông. Trẻ em rất thích.'],
    });
    await newsroom.prepare(newer, 'en');
    const after = await newsroom.sheet(editionId);
    expect(after.map(({ target, status, origin }) => [target, status, origin])).toEqual([
      ['The stork', 'draft', 'carried'],
      [english('Cò về đông.'), 'draft', 'memory'],
      ['', 'untranslated', 'none'],
    ]);
    expect(after[2]?.previousSource).toBe('Trẻ em thích lắm.');
  });

  it('leaves the earlier segments in the history, where they can no longer be written', async () => {
    const { source, editionId } = await translated();
    const [old] = await newsroom.sheet(editionId);
    const newer = await newsroom.changed(source.id, { ...race, title: 'Đua bò ở Bảy Núi' });
    await newsroom.prepare(newer, 'en');
    const target = 'Bò đua';
    await expect(
      newsroom.segments.save(await newsroom.desk.translator(), old?.id ?? '', old?.version ?? 0, {
        target,
        status: 'draft',
      }),
    ).rejects.toMatchObject({ code: 'segment.superseded', status: 409, facts: { yours: target } });
  });

  it('E: loses nothing that is saved while it is prepared', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { source, editionId } = await translated();
      const [title] = await newsroom.sheet(editionId);
      const newer = await newsroom.changed(source.id, {
        ...race,
        paragraphs: ['Hội đua bò khai mạc chiều nay.'],
      });
      const target = `Ox race ${round}`;
      const [, saved] = await Promise.allSettled([
        newsroom.prepare(newer, 'en'),
        newsroom.segments.save(
          await newsroom.desk.translator(),
          title?.id ?? '',
          title?.version ?? 0,
          { target, status: 'confirmed' },
        ),
      ]);
      const [now] = await newsroom.sheet(editionId);
      if (saved.status === 'fulfilled') expect(now?.target).toBe(target);
      else expect(saved.reason).toMatchObject({ code: 'segment.superseded' });
    }
  });
});
