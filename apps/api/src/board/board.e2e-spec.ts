import { boardArticleSchema, bottleneckSchema, pageOf } from '@desk/contracts';
import { writesArticle } from '../../../../test/support/article-work.js';
import type { Colleague } from '../../../../test/support/colleague.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

const pageSchema = pageOf(boardArticleSchema);

let newsroom: HttpNewsroom;
let writer: Colleague;
let editor: Colleague;
let sectionId: string;

beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  sectionId = await newsroom.section('tin');
  writer = await newsroom.hire('hanh', 'vi', { role: 'writer', sectionId });
  editor = await newsroom.hire('dat', 'vi', { role: 'managing_editor', sectionId });
  const rest = { summary: '', slug: '', seo: { title: '', description: '' } };
  for (const title of ['Chợ nổi Ngã Năm', 'Lễ hội Ok Om Bok', 'Chùa Dơi']) {
    newsroom.clock.advance(60_000);
    await writesArticle(writer, sectionId, { title, body: { type: 'doc', content: [] }, ...rest });
  }
});
afterAll(() => newsroom.close());

const titles = async (query: string): Promise<string[]> =>
  (await writer.reads(pageSchema, `board?${query}`)).items.map(({ title }) => title);

describe('the board over HTTP', () => {
  it('comes in pages, the last changed first', async () => {
    const first = await writer.reads(pageSchema, 'board?limit=2');
    expect(first.items.map(({ title }) => title)).toEqual(['Chùa Dơi', 'Lễ hội Ok Om Bok']);
    const rest = await writer.reads(pageSchema, `board?limit=2&cursor=${first.next ?? ''}`);
    expect(rest.items.map(({ title }) => title)).toEqual(['Chợ nổi Ngã Năm']);
    expect(rest.next).toBeNull();
  });

  it('is narrowed by what stands in the address', async () => {
    expect(await titles('text=le%20hoi')).toEqual(['Lễ hội Ok Om Bok']);
    expect(await titles(`step=writing&personId=me&sectionId=${sectionId}`)).toHaveLength(3);
    expect(await titles('stale=true')).toEqual([]);
    expect(await titles('stale=false&overdue=false')).toEqual([]);
    expect(await titles('updatedWithinDays=1')).toHaveLength(3);
    expect(await titles('sort=due')).toEqual([]);
  });

  it.each([
    'stale=perhaps',
    'state=lost',
    'personId=you',
    'updatedFrom=yesterday',
    'dueWithinDays=0',
    'dueWithinDays=soon',
    'limit=101',
    'sort=title',
    'colour=red',
    'cursor=x',
    'text=',
  ])('refuses %s', async (query) => {
    expect((await writer.send('GET', `board?${query}`)).status).toBe(422);
  });

  it('says where articles wait to who manages them', async () => {
    const { steps } = await editor.reads(bottleneckSchema, 'board/bottleneck');
    expect(steps[0]).toMatchObject({ step: 'writing', waiting: 3 });
    const denied = await writer.send('GET', 'board/bottleneck');
    expect(denied).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
  });
});

describe('one article of the board', () => {
  it('stands there as on the board, for those who may see it', async () => {
    const [first] = (await writer.reads(pageSchema, 'board?limit=1')).items;
    const id = first?.articleId ?? '';
    expect(await writer.reads(boardArticleSchema, `board/articles/${id}`)).toEqual(first);
    const stranger = await newsroom.hire('la', 'vi', {
      role: 'writer',
      sectionId: await newsroom.section('khac'),
    });
    expect((await stranger.send('GET', `board/articles/${id}`)).status).toBe(404);
  });
});
