import { taskSchema, todaySchema, type Today } from '@desk/contracts';
import { acts, editionNow, signs, writesArticle } from '../../../../test/support/article-work.js';
import type { Colleague } from '../../../../test/support/colleague.js';
import { followTasks } from '../../../../test/support/follow-tasks.js';
import { HttpNewsroom } from '../../../../test/support/http-newsroom.js';

const MINUTE = 60_000;

let newsroom: HttpNewsroom;
let writer: Colleague;
let reviewer: Colleague;
let approver: Colleague;
let sectionId: string;

beforeAll(async () => {
  newsroom = await HttpNewsroom.open();
  sectionId = await newsroom.section('tin', { languageReview: true, requiredLanguages: ['vi'] });
  writer = await newsroom.hire('hanh', 'vi', { role: 'writer', sectionId });
  reviewer = await newsroom.hire('phia', 'km', { role: 'reviewer', sectionId, language: 'vi' });
  approver = await newsroom.hire('minh', 'vi', { role: 'approver', sectionId });
});
afterAll(() => newsroom.close());

const body = {
  type: 'doc' as const,
  content: [
    { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Sáng nay.' }] },
  ],
};
const writes = async (title: string) => {
  newsroom.clock.advance(MINUTE);
  const text = { title, summary: '', body, slug: '', seo: { title: '', description: '' } };
  return writesArticle(writer, sectionId, text);
};
const todayOf = (person: Colleague): Promise<Today> => person.reads(todaySchema, 'today');
const waitingOf = async (person: Colleague, editionId: string) =>
  (await todayOf(person)).waiting.filter((one) => one.editionId === editionId);

describe('a day', () => {
  it('goes from a draft over each turn to what readers find', async () => {
    const { articleId, editionId } = await writes('Lễ hội Ok Om Bok bên sông Hậu');
    expect((await todayOf(writer)).drafts).toMatchObject([{ articleId, editionId }]);

    newsroom.clock.advance(MINUTE);
    await acts(writer, editionId, 'submit');
    await followTasks(newsroom);
    const sent = (await todayOf(writer)).sent.find((one) => one.articleId === articleId);
    expect(sent).toMatchObject({
      sentAt: newsroom.clock.now().toISOString(),
      editions: [{ state: 'in_review', step: 'source_review', tasks: [{ kind: 'review' }] }],
    });
    expect((await todayOf(writer)).drafts).toEqual([]);
    expect(await waitingOf(writer, editionId)).toEqual([]);
    expect(await waitingOf(approver, editionId)).toEqual([]);
    const [open] = await waitingOf(reviewer, editionId);
    expect(open).toMatchObject({ why: 'open', articleId, task: { kind: 'review', state: 'open' } });
    expect(open?.task?.allowed.find(({ deed }) => deed === 'claim')?.allowed).toBe(true);
    const release = open?.task?.allowed.find(({ deed }) => deed === 'release');
    expect(release).toMatchObject({
      allowed: false,
      because: { code: 'task.not_claimed', message: expect.stringMatching(/\p{Script=Khmer}/u) },
    });

    await reviewer.send('POST', `tasks/${open?.task?.id}/claim`, {
      ifMatch: open?.task?.version ?? 0,
    });
    expect(await waitingOf(reviewer, editionId)).toMatchObject([{ why: 'mine' }]);
    await signs(reviewer, editionId);
    await followTasks(newsroom);
    expect(await waitingOf(reviewer, editionId)).toEqual([]);
    expect(await waitingOf(approver, editionId)).toMatchObject([
      { why: 'open', task: { kind: 'sign_off' } },
    ]);

    newsroom.clock.advance(MINUTE);
    await signs(approver, editionId);
    await followTasks(newsroom);
    expect(await waitingOf(approver, editionId)).toMatchObject([
      { why: 'release', task: null, dueAt: null, since: newsroom.clock.now().toISOString() },
    ]);
    await acts(approver, editionId, 'publish');
    expect(await waitingOf(approver, editionId)).toEqual([]);
    const after = await todayOf(writer);
    expect(after.sent).toEqual([]);
    expect(after.published).toMatchObject([
      {
        editionId,
        mine: true,
        address: 'http://localhost:4401/vi/tin/le-hoi-ok-om-bok-ben-song-hau',
      },
    ]);
    expect((await todayOf(reviewer)).published).toMatchObject([{ editionId, mine: false }]);
  });

  it('says what came back, and what is asked for', async () => {
    const { editionId } = await writes('Đua ghe ngo trên sông Maspero');
    await acts(writer, editionId, 'submit');
    newsroom.clock.advance(MINUTE);
    const comment = 'Số đội không khớp với chú thích ảnh.';
    await acts(reviewer, editionId, 'request_changes', { comment });
    const back = {
      why: 'returned',
      dueAt: null,
      returned: { comment, by: { id: reviewer.id, name: 'phia' } },
    };
    expect(await waitingOf(writer, editionId)).toMatchObject([back]);
    await acts(writer, editionId, 'submit');
    expect(await waitingOf(writer, editionId)).toEqual([]);
  });

  it('has what is due first at the top', async () => {
    const editor = await newsroom.hire('dat', 'vi', { role: 'managing_editor', sectionId });
    for (const [index, title] of ['Bài một', 'Bài hai', 'Bài ba'].entries()) {
      const { editionId } = await writes(title);
      await acts(writer, editionId, 'submit');
      await followTasks(newsroom);
      const [item] = await waitingOf(reviewer, editionId);
      const body = { dueAt: `2026-03-1${5 - index}T03:00:00Z`, priority: 'urgent' };
      const due = await editor.does(taskSchema, 'POST', `tasks/${item?.task?.id}/due`, {
        body,
        ifMatch: item?.task?.version ?? 0,
      });
      expect(due).toMatchObject({
        dueAt: `2026-03-1${5 - index}T03:00:00.000Z`,
        priority: 'urgent',
      });
    }
    const { waiting, more } = await todayOf(reviewer);
    const times = waiting.map(({ dueAt, since }) => new Date(dueAt ?? since).getTime());
    expect(times.length).toBeGreaterThan(2);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(more).toEqual({ mine: false, open: false });
  });
});

describe('guarantee H: a day', () => {
  it('is one’s own: nothing of it is told in another section, or to who has no role', async () => {
    const { editionId, articleId } = await writes('Chuyện chỉ tổ này biết');
    await acts(writer, editionId, 'submit');
    await followTasks(newsroom);
    const other = await newsroom.section('rieng');
    const neighbour = await newsroom.hire(
      'lang',
      'vi',
      { role: 'writer', sectionId: other },
      { role: 'reviewer', sectionId: other },
    );
    const nobody = await newsroom.hire('khach', 'vi');
    for (const person of [neighbour, nobody]) {
      const { waiting, sent, published, drafts } = await todayOf(person);
      expect([...waiting, ...sent, ...published, ...drafts]).toEqual([]);
    }
    expect(JSON.stringify(await todayOf(approver))).not.toContain(articleId);
  });

  it('loses what somebody may no longer see', async () => {
    const moved = await newsroom.hire('cu', 'vi', { role: 'writer', sectionId });
    const text = {
      title: 'Bài cũ',
      summary: '',
      body,
      slug: '',
      seo: { title: '', description: '' },
    };
    const { editionId } = await writesArticle(moved, sectionId, text);
    await acts(moved, editionId, 'submit');
    expect((await todayOf(moved)).sent).toHaveLength(1);
    expect((await editionNow(moved, editionId)).state).toBe('in_review');
    const elsewhere = await newsroom.section('khac');
    await newsroom.sql.query('UPDATE role_grant SET section_id = ? WHERE account_id = ?', [
      elsewhere,
      moved.id,
    ]);
    expect((await todayOf(moved)).sent).toEqual([]);
  });
});
