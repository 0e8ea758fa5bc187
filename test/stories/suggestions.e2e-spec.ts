import { z } from 'zod';
import { enginesSchema, segmentSheetSchema } from '@desk/contracts';
import { acts, editionIn, signs, takesTask, writesArticle } from '../support/article-work.js';
import type { Colleague } from '../support/colleague.js';
import { EngineServer } from '../support/engines/engine-server.js';
import { libreTranslate } from '../support/engines/libretranslate.js';
import { eventually } from '../support/eventually.js';
import { WholeNewsroom } from '../support/whole-newsroom.js';

type Sheet = z.infer<typeof segmentSheetSchema>;

/** A newsroom with LibreTranslate on its own machine, which has a bad morning. */
describe('a translation engine', () => {
  let server: EngineServer<ReturnType<typeof libreTranslate>>;
  let newsroom: WholeNewsroom;
  let writer: Colleague;
  let approver: Colleague;
  let translator: Colleague;
  let editor: Colleague;
  let sectionId: string;

  beforeAll(async () => {
    server = await EngineServer.open(libreTranslate({ key: 'khoa' }));
    newsroom = await WholeNewsroom.open(undefined, {
      ENGINE: 'libretranslate',
      ENGINE_URL: server.url,
      ENGINE_KEY: 'khoa',
      ENGINE_MONTHLY_CHARACTERS: '600',
      ENGINE_REQUESTS_PER_MINUTE: '6000',
    });
    writer = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
    approver = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
    editor = await newsroom.hire('dat', 'Nguyễn Văn Đạt', 'vi', { role: 'managing_editor' });
    translator = await newsroom.hire('saray', 'Sơn Thị Sa Rây', 'km', { role: 'translator' });
    ({ id: sectionId } = await newsroom.section('tin', { requiredLanguages: ['vi', 'en'] }));
  }, 120_000);
  afterAll(async () => {
    await newsroom.close();
    await server.close();
  });

  /** An article with these sentences goes through; the translator has its task in a moment. */
  const translates = async (title: string, sentences: string): Promise<string> => {
    const { articleId, editionId } = await writesArticle(writer, sectionId, {
      title,
      summary: '',
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: sentences }] }],
      },
      slug: '',
      seo: { title: '', description: '' },
    });
    await acts(writer, editionId, 'submit');
    await signs(approver, editionId);
    await takesTask(translator, articleId, 'translate');
    return (await editionIn(writer, articleId, 'en'))?.id ?? '';
  };
  const sheet = (editionId: string, lang = 'km'): Promise<Sheet> =>
    translator.reads(segmentSheetSchema, `editions/${editionId}/segments?lang=${lang}`);
  const settled = (editionId: string): Promise<Sheet> =>
    eventually(async () => {
      const now = await sheet(editionId);
      expect(now.suggestions?.reason ?? now.suggestions?.state).not.toBe('waiting');
      return now;
    }, 30_000);

  it('suggests what the translator then finds, marked as a suggestion', async () => {
    const editionId = await translates('Chợ nổi Cái Răng', 'Chợ họp từ 5 giờ sáng.');
    const { items, suggestions, confirmed } = await settled(editionId);
    expect(
      items.map(({ target, status, origin, engine }) => [target, status, origin, engine]),
    ).toEqual([
      ['Cai Rang floating market', 'draft', 'engine', 'libretranslate'],
      ['The market opens at 5 a.m.', 'draft', 'engine', 'libretranslate'],
    ]);
    expect(confirmed).toBe(0);
    expect(suggestions).toEqual({
      state: 'done',
      engine: 'libretranslate',
      suggested: 2,
      missing: 0,
      reason: null,
      message: null,
    });
  }, 60_000);

  it('may be away: the task is there all the same, and the sheet says why in three languages', async () => {
    server.next.push(...Array.from({ length: 3 }, () => 'drop' as const));
    const editionId = await translates('Ghe xuồng đậu san sát', 'Đua ghe ngo tại Sóc Trăng.');
    const { items, suggestions } = await settled(editionId);
    expect(items.every(({ target, origin }) => target === '' && origin === 'none')).toBe(true);
    expect(suggestions).toMatchObject({ state: 'waiting', missing: 2, reason: 'unreachable' });
    const messages = await Promise.all(
      ['vi', 'en', 'km'].map(async (lang) => (await sheet(editionId, lang)).suggestions?.message),
    );
    expect(messages).toEqual([
      'Không kết nối được với máy dịch, sẽ hỏi lại sau.',
      'The engine cannot be reached and will be asked again.',
      'មិនអាចភ្ជាប់ទៅម៉ាស៊ីនបកប្រែបានទេ ហើយនឹងសួរម្ដងទៀត។',
    ]);
  }, 60_000);

  it('is seen by those who answer for it, and by no others', async () => {
    const [engine] = (await editor.reads(enginesSchema, 'engines')).items;
    expect(engine).toMatchObject({
      name: 'libretranslate',
      model: null,
      state: 'ready',
      breaker: { state: 'closed', failures: 3, openUntil: null },
      lastTrouble: { kind: 'unreachable' },
      monthlyCharacters: 600,
    });
    expect(engine?.characters).toBe('Chợ nổi Cái RăngChợ họp từ 5 giờ sáng.'.length);
    expect(await translator.send('GET', 'engines')).toMatchObject({
      status: 403,
      body: { code: 'permission.denied' },
    });
  });

  it('has a budget, and says when it is used up', async () => {
    const editionId = await translates('Một bài dài', 'Ghe xuồng đậu san sát hôm nay, '.repeat(40));
    const { suggestions } = await settled(editionId);
    expect(suggestions).toMatchObject({ state: 'done', missing: 2, reason: 'budget' });
    expect(server.asked.every(({ text }) => !text.includes('Một bài dài'))).toBe(true);
  }, 60_000);
});
