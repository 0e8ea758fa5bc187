import type { z } from 'zod';
import { savedSegmentSchema, segmentSheetSchema } from '@desk/contracts';
import { acts, editionIn, signs, takesTask, writesArticle } from '../support/article-work.js';
import type { Colleague } from '../support/colleague.js';
import { eventually } from '../support/eventually.js';
import { WholeNewsroom } from '../support/whole-newsroom.js';

type Sheet = z.infer<typeof segmentSheetSchema>;

const SENTENCES = 24;

/** More requests at once than there are connections: each must get by with one of them. */
describe('a newsroom with two connections to its database', () => {
  let newsroom: WholeNewsroom;
  let translator: Colleague;
  let editionId: string;

  beforeAll(async () => {
    newsroom = await WholeNewsroom.open(undefined, { DATABASE_POOL: '2' });
    const writer = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
    const approver = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
    translator = await newsroom.hire('lan', 'Phạm Thị Lan', 'en', { role: 'translator' });
    const { id } = await newsroom.section('tin', { requiredLanguages: ['vi', 'en'] });
    const text = Array.from({ length: SENTENCES }, (_, at) => `Chợ thứ ${at + 1} họp buổi sáng.`);
    const article = await writesArticle(writer, id, {
      title: 'Chợ nổi miền Tây',
      summary: '',
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: text.join(' ') }] }],
      },
      slug: '',
      seo: { title: '', description: '' },
    });
    await acts(writer, article.editionId, 'submit');
    await signs(approver, article.editionId);
    await takesTask(translator, article.articleId, 'translate');
    editionId = (await editionIn(writer, article.articleId, 'en'))?.id ?? '';
  }, 120_000);
  afterAll(() => newsroom.close());

  const sheet = (): Promise<Sheet> =>
    translator.reads(segmentSheetSchema, `editions/${editionId}/segments?lang=en`);

  it('answers everybody who reads the segments and saves them at the same moment', async () => {
    const { items } = await eventually(async () => {
      const now = await sheet();
      expect(now.items.length).toBeGreaterThan(SENTENCES);
      return now;
    }, 30_000);
    const saves = items.map(({ id, version }, at) =>
      translator.does(savedSegmentSchema, 'PUT', `segments/${id}`, {
        body: { target: `Market ${at} is open in the morning.`, status: 'draft' },
        ifMatch: version,
      }),
    );
    const reads = Array.from({ length: SENTENCES }, sheet);
    expect((await Promise.all(saves)).map(({ status }) => status)).toEqual(
      items.map(() => 'draft'),
    );
    for (const { items: seen } of await Promise.all(reads)) expect(seen).toHaveLength(items.length);
    expect((await sheet()).items.map(({ target }) => target)).toEqual(
      items.map((_, at) => `Market ${at} is open in the morning.`),
    );
  }, 90_000);
});
