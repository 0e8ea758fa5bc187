import { MOST_FOUND, searchAnswerSchema, type SearchAnswer } from '@desk/contracts';
import { acts, writesArticle } from '../../../../test/support/article-work.js';
import type { Colleague } from '../../../../test/support/colleague.js';
import { followTasks } from '../../../../test/support/follow-tasks.js';
import { HttpNewsroom, type GrantOf } from '../../../../test/support/http-newsroom.js';

let newsroom: HttpNewsroom;
let writer: Colleague;
let approver: Colleague;
let manager: Colleague;
let sectionId: string;
let boats: { articleId: string; editionId: string };

const body = {
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Sáng.' }] }],
};
const seo = { title: '', description: '' };
const writes = (title: string, sourceLanguage = 'vi') =>
  writesArticle(writer, sectionId, {
    title,
    summary: '',
    body,
    slug: '',
    seo,
    ...{ sourceLanguage },
  });

const hires = async (key: string, name: string, grant: GrantOf): Promise<Colleague> => {
  const person = await newsroom.hire(key, 'vi', grant);
  expect((await person.send('PATCH', 'me', { body: { name }, ifMatch: 1 })).status).toBe(200);
  return person;
};

beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  sectionId = await newsroom.section('tin', { requiredLanguages: ['vi', 'km'] });
  writer = await hires('hanh', 'Trần Thị Hạnh', { role: 'writer', sectionId });
  approver = await hires('minh', 'Lê Hoàng Minh', { role: 'approver', sectionId });
  manager = await hires('dat', 'Nguyễn Văn Đạt', { role: 'managing_editor', sectionId });
  boats = await writes('Lễ hội Đua ghe Ngo ở Sóc Trăng');
});
afterAll(() => newsroom.close());

const searches = (person: Colleague, text: string): Promise<SearchAnswer> =>
  person.reads(searchAnswerSchema, `search?q=${encodeURIComponent(text)}`);
const articles = async (text: string, person = writer): Promise<string[]> =>
  (await searches(person, text)).articles.map(({ articleId }) => articleId);

describe('searching articles', () => {
  it.each([
    'le hoi dua ghe',
    'ĐUA GHE NGO',
    'ghe Ngo lễ',
    'soc trang',
    'Lễ hội'.normalize('NFD'),
    'ua gh',
  ])('finds the title by %s', async (text) => {
    expect(await articles(text)).toEqual([boats.articleId]);
  });

  it.each(['đua ghẻ', 'dua thuyen', '_', '100%'])('does not find it by %s', async (text) => {
    expect(await articles(text)).toEqual([]);
  });

  it('finds Khmer by any piece, with or without invisible spaces', async () => {
    const { articleId } = await writes('ពិធីបុណ្យអកអំបុកនៅខេត្តសុកត្រាំង', 'km');
    for (const text of ['អកអំបុក', 'បុណ្យ\u200Bអកអំបុក', 'សុកត្រាំង ពិធី']) {
      expect(await articles(text)).toEqual([articleId]);
    }
    expect(await articles('អកអំបុក ភ្នំពេញ')).toEqual([]);
  });

  it('has what begins so before what only has it, and eight at most', async () => {
    for (let number = 1; number <= 9; number += 1) await writes(`Chợ nổi số ${number}`);
    const last = await writes('Về miền Tây đi chợ nổi');
    const first = await articles('chợ nổi');
    expect(first).toHaveLength(MOST_FOUND);
    expect(first).not.toContain(last.articleId);
    expect((await articles('mien tay'))[0]).toBe(last.articleId);
  });

  it('finds the new title after it was changed, and not the old one', async () => {
    const { articleId, editionId } = await writes('Nhan đề tạm');
    const text = { title: 'Mùa nước nổi', summary: '', body, slug: '', seo };
    const saved = await writer.send('PUT', `editions/${editionId}/working-copy`, {
      body: text,
      ifMatch: 1,
    });
    expect(saved.status).toBe(200);
    expect(await articles('mua nuoc')).toEqual([articleId]);
    expect(await articles('nhan đề tạm')).toEqual([]);
  });
});

describe('searching the rest', () => {
  it('finds open tasks, for those who may know of them', async () => {
    await acts(writer, boats.editionId, 'submit');
    await followTasks(newsroom);
    const { tasks } = await searches(approver, 'dua ghe');
    expect(tasks).toMatchObject([{ kind: 'sign_off', state: 'open', ...boats, assignee: null }]);
    expect((await searches(manager, 'dua ghe')).tasks).toEqual(tasks);
    expect((await searches(writer, 'dua ghe')).tasks).toEqual([]);
  });

  it('finds people, for those who look after a team', async () => {
    expect((await searches(manager, 'tran hanh')).people).toEqual([
      { id: writer.id, name: 'Trần Thị Hạnh', roles: ['writer'] },
    ]);
    expect((await searches(manager, 'dat')).people).toMatchObject([{ id: manager.id }]);
    expect((await searches(writer, 'tran hanh')).people).toEqual([]);
  });

  it('finds terms of the glossary', async () => {
    const terms = [
      { language: 'vi', term: 'Uỷ ban nhân dân', status: 'preferred' },
      { language: 'en', term: "People's Committee", status: 'preferred' },
    ];
    await newsroom.admin.send('POST', 'glossary/concepts', { body: { terms, domain: 'bodies' } });
    const { concepts } = await searches(writer, 'uy ban');
    expect(concepts).toMatchObject([{ domain: 'bodies', terms }]);
  });

  it('refuses to search for nothing', async () => {
    for (const text of ['', '%20%20', 'x'.repeat(201)]) {
      expect((await writer.send('GET', `search?q=${text}`)).status).toBe(422);
    }
    expect(await searches(writer, '\u200B')).toMatchObject({ articles: [], tasks: [] });
  });
});

describe('guarantee H: searching', () => {
  it('finds nothing of another section, and nothing for who has no role', async () => {
    const other = await newsroom.section('rieng');
    const neighbour = await newsroom.hire('lang', 'vi', {
      role: 'managing_editor',
      sectionId: other,
    });
    const nobody = await newsroom.hire('khach', 'vi');
    const nothing = { articles: [], people: [], tasks: [], concepts: [] };
    for (const person of [neighbour, nobody]) {
      expect(await searches(person, 'dua ghe')).toEqual(nothing);
    }
    expect((await searches(neighbour, 'tran hanh')).people).toEqual([]);
    expect(await searches(nobody, 'uy ban')).toEqual(nothing);
  });
});
