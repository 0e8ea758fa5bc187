import type { Edition, Section } from '@desk/articles';
import { boardFilterSchema, deskSteps, type BoardArticle, type BoardFilter } from '@desk/contracts';
import { change, newId } from '@desk/database';
import type { Person } from '@desk/people';
import { DeskNewsroom } from '../../../../test/support/desk-newsroom.js';
import { OverviewModule } from '../overview.module.js';
import { Board } from './board.service.js';

const HOUR = 3_600_000;

let desk: DeskNewsroom;
let news: Section;
let culture: Section;
let manager: Person;
let draft: Edition;
let inReview: Edition;
let returned: Edition;
let returnedAt: Date;
let source: Edition;
let km: Edition;
let elsewhere: Edition;

beforeAll(async () => {
  desk = await DeskNewsroom.open(OverviewModule);
  manager = await desk.managingEditor();
  news = await desk.section({ languageReview: true });
  culture = await desk.section();
  elsewhere = await titled(culture, 'Lễ hội Ok Om Bok rộn ràng bên sông Hậu');
  draft = await titled(news, 'Đua ghe ngo: 54 đội tranh tài');
  inReview = await titled(news, 'Hoà nhạc đờn ca tài tử');
  await desk.submit(inReview.id);
  returned = await titled(culture, 'Ngày hội văn hoá các dân tộc');
  await desk.submit(returned.id);
  returnedAt = desk.clock.now();
  await desk.act(await desk.approver(), returned.id, 'request_changes', {
    comment: 'Thiếu nguồn.',
  });
  desk.clock.advance(HOUR);
  source = await desk.draft(news);
  await desk.submit(source.id);
  await desk.sign(await desk.reviewer(), source.id);
  await desk.sign(await desk.approver(), source.id);
  desk.clock.advance(HOUR);
  km = await desk.translation(source, 'km');
  await opensTranslation();
  await desk.follow();
});
afterAll(() => desk.close());

async function titled(section: Section, title: string): Promise<Edition> {
  desk.clock.advance(HOUR);
  const edition = await desk.draft(section);
  return desk.write(edition.id, title);
}

const opensTranslation = (): Promise<string> =>
  desk.inTransaction((tx, at) =>
    desk.tasks.openTask(tx, at, {
      kind: 'translate',
      articleId: km.articleId,
      editionId: km.id,
      sectionId: news.id,
      sourceLanguage: 'vi',
      language: 'km',
      revisionId: km.sourceRevisionId ?? '',
      priority: 'urgent',
      workingDays: 3,
      onceKey: newId(),
    }),
  );

const board = () => desk.get(Board);
const sees = async (
  person: Person,
  filter: Partial<BoardFilter> = {},
  limit = 20,
): Promise<BoardArticle[]> => {
  const query = { ...boardFilterSchema.parse(filter), limit };
  return [...(await board().page(person, query)).items];
};
const ids = async (filter: Partial<BoardFilter>, person = manager): Promise<string[]> =>
  (await sees(person, filter)).map(({ articleId }) => articleId);
const cellsOf = async (edition: Edition): Promise<BoardArticle['editions']> => {
  const all = await sees(manager);
  return all.find(({ articleId }) => articleId === edition.articleId)?.editions ?? [];
};

describe('the board', () => {
  it('shows each article with where each edition stands', async () => {
    const [sourceCell, kmCell] = await cellsOf(source);
    expect(sourceCell).toMatchObject({
      id: source.id,
      isSource: true,
      state: 'approved',
      step: 'release',
      stale: false,
      progress: null,
      tasks: [],
    });
    expect(kmCell).toMatchObject({
      id: km.id,
      language: 'km',
      state: 'draft',
      step: 'translation',
      tasks: [{ kind: 'translate', priority: 'urgent', assignee: null, overdue: false }],
    });
    const [reviewed] = await cellsOf(inReview);
    expect(reviewed).toMatchObject({
      state: 'in_review',
      step: 'source_review',
      tasks: [{ kind: 'review' }],
    });
    const [row] = await sees(manager, { text: 'ghe ngo' });
    expect(row).toMatchObject({
      title: draft.title,
      createdBy: { name: (await desk.writer()).name },
      directed: true,
    });
  });

  it('says since when an edition is in its state, whatever was typed since', async () => {
    const before = (await cellsOf(draft))[0]?.since;
    desk.clock.advance(HOUR);
    await desk.write(draft.id, draft.title);
    expect((await cellsOf(draft))[0]).toMatchObject({ since: before, state: 'draft' });
    expect((await cellsOf(returned))[0]).toMatchObject({ since: returnedAt, step: 'writing' });
  });

  it('says how far a translation is: of the segments of the newest source', async () => {
    const at = desk.clock.now();
    const revision = km.sourceRevisionId;
    for (const [position, status] of ['confirmed', 'draft', 'confirmed'].entries()) {
      await change(
        desk.sql,
        `INSERT INTO segment (id, edition_id, source_revision_id, position, place, kind, source,
           source_hash, context_hash, codes, target, status, updated_at)
         VALUES (?, ?, ?, ?, 'body/0', 'sentence', 'x', '', '', '[]', '', ?, ?)`,
        [newId(), km.id, revision, position, status, at],
      );
    }
    expect((await cellsOf(km))[1]?.progress).toEqual({ segments: 3, confirmed: 2, percent: 66 });
  });
});

describe('filters of the board', () => {
  it('ask everything of one edition', async () => {
    expect(await ids({ language: 'km', state: 'draft' })).toEqual([km.articleId]);
    expect(await ids({ language: 'km', state: 'approved' })).toEqual([]);
    expect(await ids({ language: 'vi', state: 'approved' })).toEqual([source.articleId]);
    expect(await ids({ sectionId: culture.id })).toEqual([returned.articleId, elsewhere.articleId]);
    expect(await ids({ language: 'km', urgent: true })).toEqual([km.articleId]);
    expect(await ids({ language: 'vi', urgent: true })).toEqual([]);
  });

  it('find an edition at its step, as it is shown', async () => {
    const all = await sees(manager);
    const cells = all.flatMap(({ editions }) => editions);
    expect(cells.length).toBeGreaterThan(4);
    for (const step of deskSteps) {
      const shown = all.filter(({ editions }) => editions.some((one) => one.step === step));
      expect(await ids({ step })).toEqual(shown.map(({ articleId }) => articleId));
    }
  });

  it('find what is stale, and only that', async () => {
    expect(await ids({ stale: true })).toEqual([]);
    await change(desk.sql, 'UPDATE edition SET source_revision_id = NULL WHERE id = ?', [km.id]);
    expect(await ids({ stale: true })).toEqual([km.articleId]);
    expect(await ids({ stale: true, language: 'en' })).toEqual([]);
    expect((await cellsOf(km))[1]?.stale).toBe(true);
    await change(desk.sql, 'UPDATE edition SET source_revision_id = ? WHERE id = ?', [
      km.sourceRevisionId,
      km.id,
    ]);
  });

  it('find a person by their tasks, and by what they began or submitted', async () => {
    const writer = await desk.writer();
    const second = await desk.person('Kim Sơn', { role: 'translator', language: 'km' });
    const [, cell] = await cellsOf(km);
    const task = cell?.tasks[0];
    await desk.tasks.reassign(manager, task?.id ?? '', task?.version ?? 0, second.id);
    expect(await ids({ personId: second.id })).toEqual([km.articleId]);
    expect(await ids({ personId: 'me' }, second)).toEqual([km.articleId]);
    expect(await ids({ personId: writer.id })).toHaveLength(5);
    expect(await ids({ personId: writer.id, state: 'in_review' })).toEqual([inReview.articleId]);
    expect(await ids({ personId: second.id, urgent: true })).toEqual([km.articleId]);
    expect(await ids({ personId: writer.id, urgent: true })).toEqual([]);
  });

  it('find what is due and what is overdue', async () => {
    const { dueAt } = (await cellsOf(km))[1]?.tasks[0] ?? { dueAt: new Date(0) };
    const due = new Date(dueAt);
    const at = (hours: number) => new Date(due.getTime() + hours * HOUR).toISOString();
    const language = 'km';
    expect(await ids({ language, dueFrom: at(-1), dueTo: at(1) })).toEqual([km.articleId]);
    expect(await ids({ language, dueFrom: at(1) })).toEqual([]);
    expect(await ids({ language, dueTo: at(0) })).toEqual([]);
    expect(await ids({ language, dueWithinDays: 5 })).toEqual([km.articleId]);
    expect(await ids({ language, overdue: true })).toEqual([]);
    const now = desk.clock.now();
    desk.clock.set(new Date(due.getTime() + HOUR));
    expect(await ids({ language, overdue: true })).toEqual([km.articleId]);
    expect((await cellsOf(km))[1]?.tasks[0]?.overdue).toBe(true);
    desk.clock.set(now);
  });

  it('find titles without marks, by pieces, in every language', async () => {
    for (const text of ['dua ghe', 'GHE NGO', 'Đua  ghe', 'ngo tranh']) {
      expect(await ids({ text })).toEqual([draft.articleId]);
    }
    expect(await ids({ text: 'hòa nhạc' })).toEqual([inReview.articleId]);
    expect(await ids({ text: 'hoá nhạc' })).toEqual([]);
    expect(await ids({ text: 'ព័ត៌មាន\u200Bក្រៅ' })).toEqual([km.articleId]);
    expect(await ids({ text: '%' })).toEqual([]);
  });

  it('find what was changed within a period', async () => {
    const [first] = await sees(manager);
    const updatedFrom = new Date(first?.updatedAt ?? 0).toISOString();
    for (const sort of ['updated', 'created'] as const) {
      expect(await ids({ updatedFrom, sort })).toEqual([first?.articleId]);
      expect(await ids({ updatedTo: updatedFrom, sort })).not.toContain(first?.articleId);
    }
    expect(await ids({ updatedWithinDays: 300 })).toHaveLength(5);
    expect(await ids({ updatedTo: '2026-01-01T00:00:00Z' })).toEqual([]);
  });
});

describe('the order of the board', () => {
  it.each(['updated', 'due', 'created'] as const)(
    '%s: the same in pages as at once',
    async (sort) => {
      const whole = await ids({ sort });
      expect(whole).toHaveLength(sort === 'due' ? 2 : 5);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await board().page(manager, { sort, limit: 1, cursor });
        paged.push(...page.items.map(({ articleId }) => articleId));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole);
    },
  );

  it('by what is due begins with the soonest', async () => {
    const dues = (await sees(manager, { sort: 'due' })).map(({ editions }) =>
      Math.min(
        ...editions.flatMap(({ tasks }) => tasks.map(({ dueAt }) => new Date(dueAt).getTime())),
      ),
    );
    expect(dues).toEqual(dues.toSorted((one, other) => one - other));
  });

  it('of a cursor for another order is refused', async () => {
    const { next } = await board().page(manager, { sort: 'updated', limit: 1 });
    const asked = board().page(manager, { sort: 'due', limit: 1, cursor: next ?? '' });
    await expect(asked).rejects.toMatchObject({ code: 'request.cursor_invalid', status: 422 });
  });
});

describe('guarantee H: the board', () => {
  it('shows only the sections that a person may see', async () => {
    const neighbour = await desk.person('Lý Hùng', { role: 'writer', sectionId: culture.id });
    expect(await ids({}, neighbour)).toEqual([returned.articleId, elsewhere.articleId]);
    expect(await ids({ sectionId: news.id }, neighbour)).toEqual([]);
    expect(await ids({ text: 'ghe ngo' }, neighbour)).toEqual([]);
    expect((await sees(neighbour))[0]?.directed).toBe(false);
    const nobody = await desk.person('Khách');
    expect(await ids({}, nobody)).toEqual([]);
    expect(await ids({}, { ...manager, scopes: ['comment.write'] })).toEqual([]);
  });
});
