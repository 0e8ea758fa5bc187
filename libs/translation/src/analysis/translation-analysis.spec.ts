import { change } from '@desk/database';
import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';
import { TranslationAnalysis } from './index.js';

let newsroom: TranslatingNewsroom;
let analysis: TranslationAnalysis;
beforeAll(async () => {
  newsroom = await TranslatingNewsroom.open();
  analysis = newsroom.desk.get(TranslationAnalysis);
});
afterAll(() => newsroom.close());

const old = {
  title: 'Hội đua ghe ngo',
  paragraphs: ['Có 25 đội ghe ngo dự tranh giải. Trời mưa cả ngày hôm đó.'],
};
const fresh = {
  title: 'Hội đua ghe ngo',
  paragraphs: [
    'Có 25 đội ghe ngo dự tranh giải. Có 26 đội ghe ngo dự tranh giải. Ai cũng vui.',
    'Ai cũng vui.',
  ],
};
const inEnglish = (source: string) => `English: ${source}`;

async function translatedBefore(): Promise<void> {
  const { editionId } = await newsroom.prepare(await newsroom.source(old), 'en');
  await newsroom.translate(editionId, inEnglish);
  await newsroom.approve(editionId);
}

describe('the analysis of a translation', () => {
  it('tells before work starts what the memory knows, stays so, and follows the progress', async () => {
    await translatedBefore();
    const source = await newsroom.source(fresh);
    const { editionId } = await newsroom.prepare(source, 'en');
    const translator = await newsroom.desk.translator();
    const task = { id: editionId, editionId };
    const before = await analysis.ofTask(translator, task);
    expect(before).toMatchObject({ sourceLanguage: 'vi', language: 'en', estimate: null });
    const bands = before.workload?.bands.map(({ band, segments }) => [band, segments]);
    expect(new Map(bands as [string, number][]).get('repetition')).toBe(1);
    expect(before.workload?.segments).toBe(5);
    expect(before.workload?.bands.find(({ band }) => band === 'new')?.segments).toBe(1);
    const known = before.workload?.bands.filter(({ band }) =>
      ['in_context', 'exact', 'from_95', 'from_85', 'from_75'].includes(band),
    );
    expect(known?.reduce((sum, { segments }) => sum + segments, 0)).toBe(3);
    expect(before.workload?.savedWords).toBeGreaterThan(10);
    expect(before.progress).toMatchObject({ confirmedSegments: 0, percent: 0 });

    await newsroom.translate(editionId, inEnglish);
    const after = await analysis.ofTask(translator, task);
    expect(after.workload).toEqual(before.workload);
    expect(after.progress).toMatchObject({ confirmedSegments: 5, percent: 100 });
  });

  it('estimates the time from the own pace of whoever asks, and of nobody else', async () => {
    const many = Array.from(
      { length: 30 },
      (_, at) => `Câu số ${at} nói về một việc mới của tỉnh.`,
    );
    const source = await newsroom.source({ title: 'Dài', paragraphs: [many.join(' ')] });
    const { editionId } = await newsroom.prepare(source, 'en');
    const translator = await newsroom.desk.translator();
    for (const { id, version, source: text } of (await newsroom.sheet(editionId)).slice(0, 25)) {
      newsroom.desk.clock.advance(60_000);
      await newsroom.segments.save(translator, id, version, { target: text, status: 'confirmed' });
    }
    const task = { id: editionId, editionId };
    const { estimate, progress } = await analysis.ofTask(translator, task);
    expect(estimate?.weightedWordsAnHour).toBeGreaterThan(100);
    const left = (progress?.words ?? 0) - (progress?.confirmedWords ?? 0);
    expect(estimate?.minutesLeft).toBeGreaterThan(0);
    expect(estimate?.minutesLeft).toBeLessThanOrEqual(left);
    expect((await analysis.ofTask(await newsroom.desk.approver(), task)).estimate).toBeNull();
  });

  it('tells how far review changed what was submitted first, by where it came from', async () => {
    const source = await newsroom.source({
      title: 'Sửa',
      paragraphs: ['Câu này giữ nguyên. Câu kia sẽ sửa lại.'],
    });
    const { editionId } = await newsroom.prepare(source, 'km');
    await newsroom.translate(editionId, (text) => `abcdefgh ${text}`);
    await newsroom.desk.submit(editionId);
    const { articleId } = source;
    const translator = await newsroom.desk.translator();
    expect((await analysis.ofArticle(translator, articleId)).editions[0]?.review).toEqual([]);
    await newsroom.desk.act(await newsroom.desk.reviewer(), editionId, 'request_changes', {
      comment: 'Xin xem lại.',
    });
    const [segment] = (await newsroom.sheet(editionId)).filter(({ source: text }) =>
      text.startsWith('Câu kia'),
    );
    await newsroom.segments.save(translator, segment?.id ?? '', segment?.version ?? 0, {
      target: 'abcdefgh Câu kia sẽ viết lại.',
      status: 'confirmed',
    });
    await newsroom.approve(editionId);
    const { editions, source: words } = await analysis.ofArticle(translator, articleId);
    const review = editions.find(({ language }) => language === 'km')?.review;
    expect(review).toEqual([
      {
        origin: 'none',
        engine: null,
        band: 'new',
        segments: 3,
        words: 10,
        changedPercent: expect.any(Number) as number,
      },
    ]);
    expect(review?.[0]?.changedPercent).toBeGreaterThan(2);
    expect(review?.[0]?.changedPercent).toBeLessThan(15);
    expect(words).toMatchObject({ language: 'vi', words: 10 });
  });

  it('tells suggestions of engines apart, though people have written over them', async () => {
    const source = await newsroom.source({ title: 'Máy', paragraphs: ['Máy dịch câu này.'] });
    const { editionId } = await newsroom.prepare(source, 'en');
    await change(
      newsroom.desk.sql,
      `UPDATE segment SET target = 'Machine.', status = 'draft', origin = 'engine',
         engine = 'libretranslate' WHERE edition_id = ? AND position = 1`,
      [editionId],
    );
    await newsroom.translate(editionId, inEnglish);
    await newsroom.approve(editionId);
    const { editions } = await analysis.ofArticle(
      await newsroom.desk.translator(),
      source.articleId,
    );
    expect(editions.find(({ language }) => language === 'en')?.review).toEqual([
      {
        origin: 'engine',
        engine: 'libretranslate',
        band: 'new',
        segments: 1,
        words: 4,
        changedPercent: 0,
      },
      { origin: 'none', engine: null, band: 'new', segments: 1, words: 1, changedPercent: 0 },
    ]);
  });

  it('tells of a period by languages, in the sections of the team', async () => {
    const period = { from: '2020-01-01', to: '2099-12-31' };
    const editor = await newsroom.desk.person('Editor', { role: 'managing_editor' });
    const { pairs } = await analysis.ofPeriod(editor, period);
    expect(pairs.map(({ sourceLanguage, language }) => `${sourceLanguage}-${language}`)).toEqual([
      'vi-en',
      'vi-km',
    ]);
    const [english, khmer] = pairs;
    expect(english?.editions).toBe(4);
    expect(english?.words).toBe((english?.weightedWords ?? 0) + (english?.savedWords ?? 0));
    expect(khmer?.review[0]).toMatchObject({ origin: 'none', segments: 3 });

    const none = { from: '2020-01-01', to: '2020-01-01' };
    expect((await analysis.ofPeriod(editor, none)).pairs).toEqual([]);
    const elsewhere = await newsroom.desk.person('Elsewhere', {
      role: 'managing_editor',
      sectionId: (await newsroom.desk.section()).id,
    });
    expect((await analysis.ofPeriod(elsewhere, period)).pairs).toEqual([]);
    await expect(analysis.ofPeriod(await newsroom.desk.translator(), period)).rejects.toMatchObject(
      {
        code: 'permission.denied',
      },
    );
  });
});
