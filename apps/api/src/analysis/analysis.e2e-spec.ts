import {
  articleAnalysisSchema,
  savedSegmentSchema,
  segmentSheetSchema,
  taskAnalysisSchema,
  translationFiguresSchema,
} from '@desk/contracts';
import { newId, Transactions } from '@desk/database';
import { Tasks } from '@desk/tasks';
import { acts, editionNow, signs, writesArticle } from '../../../../test/support/article-work.js';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

let newsroom: HttpNewsroom;
let translator: Colleague;
let approver: Colleague;
let editor: Colleague;
let articleId: string;
let editionId: string;
let taskId: string;
beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  const writer = await newsroom.hire('hanh', 'vi', { role: 'writer' });
  approver = await newsroom.hire('minh', 'en', { role: 'approver' });
  editor = await newsroom.hire('lan', 'vi', { role: 'managing_editor' });
  translator = await newsroom.hire('saray', 'km', { role: 'translator', language: 'km' });
  const sectionId = await newsroom.section('tin');
  const words = 'Hội đua ghe ngo có 54 đội. Trời mưa. Trời mưa.';
  const article = await writesArticle(writer, sectionId, {
    title: 'Hội đua ghe ngo',
    summary: '',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    },
    slug: '',
    seo: { title: '', description: '' },
  });
  ({ articleId } = article);
  await acts(writer, article.editionId, 'submit');
  await signs(approver, article.editionId);
  editionId = await newsroom.prepare(articleId, article.editionId, 'km');
  const { approvedRevisionId } = await editionNow(writer, article.editionId);
  taskId = await newsroom.app.get(Transactions, { strict: false }).run((tx) =>
    newsroom.app.get(Tasks, { strict: false }).openTask(tx, newsroom.clock.now(), {
      kind: 'translate',
      articleId,
      editionId,
      sectionId,
      sourceLanguage: 'vi',
      language: 'km',
      revisionId: approvedRevisionId ?? '',
      priority: 'normal',
      workingDays: 1,
      onceKey: newId(),
    }),
  );
});
afterAll(() => newsroom.close());

describe('translation figures over HTTP', () => {
  it('say of a task how much it is, and how far', async () => {
    const figures = await translator.reads(taskAnalysisSchema, `tasks/${taskId}/analysis`);
    expect(figures).toMatchObject({
      ...{ taskId, editionId, sourceLanguage: 'vi', language: 'km', estimate: null },
      workload: {
        segments: 4,
        bands: [
          { band: 'repetition', segments: 1, words: 2 },
          { band: 'new', segments: 3 },
        ],
      },
      progress: { confirmedSegments: 0, percent: 0 },
    });
    const sheet = await translator.reads(segmentSheetSchema, `editions/${editionId}/segments`);
    for (const { id, version } of sheet.items) {
      const body = { target: 'ប្រយោគ', status: 'confirmed' };
      await translator.does(savedSegmentSchema, 'PUT', `segments/${id}`, {
        body,
        ifMatch: version,
      });
    }
    const after = await translator.reads(taskAnalysisSchema, `tasks/${taskId}/analysis`);
    expect(after.progress).toMatchObject({ confirmedSegments: 4, percent: 100 });
  });

  it('say of an article its words and its translations', async () => {
    const figures = await approver.reads(articleAnalysisSchema, `articles/${articleId}/analysis`);
    expect(figures.source).toMatchObject({ language: 'vi', words: 15 });
    expect(figures.editions).toMatchObject([{ editionId, language: 'km', review: [] }]);
    expect(await approver.send('GET', `articles/${newId()}/analysis`)).toMatchObject({
      status: 404,
      body: { code: 'article.missing' },
    });
  });

  it('say of a period, to those who manage, what was begun by languages', async () => {
    const today = newsroom.clock.now().toISOString().slice(0, 10);
    const path = `translation-figures?from=${today}&to=${today}`;
    const { pairs } = await editor.reads(translationFiguresSchema, path);
    expect(pairs).toMatchObject([
      { sourceLanguage: 'vi', language: 'km', editions: 1, segments: 4, review: [] },
    ]);
    expect(await translator.send('GET', path)).toMatchObject({
      status: 403,
      body: { code: 'permission.denied' },
    });
    for (const query of ['', '?from=2026-02-30&to=2026-03-01', '?from=2026-03-02&to=2026-03-01']) {
      expect(await editor.send('GET', `translation-figures${query}`)).toMatchObject({
        status: 422,
      });
    }
  });
});
