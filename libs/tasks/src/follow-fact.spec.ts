import { z } from 'zod';
import type { Edition } from '@desk/articles';
import { rows } from '@desk/database';
import type { Entry } from '@desk/ledger';
import { DeskNewsroom } from '../../../test/support/desk-newsroom.js';

let newsroom: DeskNewsroom;
beforeAll(async () => {
  newsroom = await DeskNewsroom.open();
});
afterAll(() => newsroom.close());

/** The tasks on an edition, as `kind state` and who has or had them. */
async function tasksOf({ id }: Pick<Edition, 'id'>): Promise<string[]> {
  const found = await rows(
    newsroom.sql,
    z.object({ kind: z.string(), state: z.string(), name: z.string().nullable() }),
    `SELECT t.kind, t.state, a.name FROM task t LEFT JOIN account a ON a.id = t.assignee_id
     WHERE t.edition_id = ? ORDER BY t.kind, t.state, a.name`,
    [id],
  );
  return found.map(({ kind, state, name }) => [kind, state, name ?? ''].join(' ').trim());
}

/** How facts may come to be heard. */
const ways: [string, (entries: Entry[]) => Entry[]][] = [
  ['in order', (entries) => entries],
  ['in the reverse order', (entries) => entries.toReversed()],
  ['each twice', (entries) => entries.flatMap((entry) => [entry, entry])],
];

describe('tasks follow a review', () => {
  it('step by step: first the language, then the approvers, then nothing is left', async () => {
    const section = await newsroom.section({ languageReview: true, approvers: 2 });
    const { id } = await newsroom.draft(section);
    await newsroom.submit(id);
    await newsroom.follow();
    expect(await tasksOf({ id })).toEqual(['review open']);
    await newsroom.sign(await newsroom.reviewer(), id);
    await newsroom.follow();
    expect(await tasksOf({ id })).toEqual([
      'review done Thạch Sô Phia',
      'sign_off open',
      'sign_off open',
    ]);
    await newsroom.sign(await newsroom.approver(), id);
    await newsroom.follow();
    await newsroom.sign(await newsroom.approver2(), id);
    await newsroom.follow();
    expect(await tasksOf({ id })).toEqual([
      'review done Thạch Sô Phia',
      'sign_off done Lê Hoàng Minh',
      'sign_off done Võ Thị Cẩm Tú',
    ]);
  });

  it.each(ways)(
    'when its facts are heard late and %s, nothing is left to be done',
    async (_, way) => {
      const section = await newsroom.section({ languageReview: true, approvers: 1 });
      const { id } = await newsroom.draft(section);
      await newsroom.submit(id);
      await newsroom.sign(await newsroom.reviewer(), id);
      await newsroom.sign(await newsroom.approver(), id);
      await newsroom.follow(way);
      expect((await tasksOf({ id })).filter((task) => /open|claimed/.test(task))).toEqual([]);
    },
  );

  it.each(ways)('and are for the last round only, heard %s', async (_, way) => {
    const section = await newsroom.section({ approvers: 1 });
    const { id } = await newsroom.draft(section);
    await newsroom.submit(id);
    await newsroom.follow();
    const approver = await newsroom.approver();
    await newsroom.act(approver, id, 'request_changes', { comment: 'Nên ngắn hơn.' });
    await newsroom.write(id, 'Tựa ngắn');
    await newsroom.submit(id);
    await newsroom.follow(way);
    expect(await tasksOf({ id })).toEqual(['sign_off cancelled', 'sign_off open']);
  });

  it('are gone when the text is recalled', async () => {
    const { id } = await newsroom.draft(await newsroom.section({ approvers: 2 }));
    await newsroom.submit(id);
    await newsroom.follow();
    await newsroom.act(await newsroom.writer(), id, 'recall');
    await newsroom.follow();
    expect(await tasksOf({ id })).toEqual(['sign_off cancelled', 'sign_off cancelled']);
  });

  it('finish the task of who signed, and leave the claim of another', async () => {
    const { id } = await newsroom.draft(await newsroom.section({ approvers: 2 }));
    await newsroom.submit(id);
    await newsroom.follow();
    const [claimant, signer] = [await newsroom.approver(), await newsroom.approver2()];
    const { items } = await newsroom.tasks.list(claimant, { view: 'team', limit: 100 });
    const task = items.find(({ editionId }) => editionId === id);
    await newsroom.tasks.claim(claimant, task?.id ?? '', 1);
    await newsroom.sign(signer, id);
    await newsroom.follow();
    expect(await tasksOf({ id })).toEqual([
      'sign_off claimed Lê Hoàng Minh',
      'sign_off done Võ Thị Cẩm Tú',
    ]);
  });
});

describe('a translation', () => {
  async function translation(): Promise<Edition> {
    const source = await newsroom.draft(await newsroom.section());
    await newsroom.submit(source.id);
    await newsroom.sign(await newsroom.approver(), source.id);
    const km = await newsroom.translation(source, 'km');
    await newsroom.inTransaction((tx, at) =>
      newsroom.tasks.openTask(tx, at, {
        kind: 'translate',
        articleId: km.articleId,
        editionId: km.id,
        sectionId: km.sectionId,
        sourceLanguage: 'vi',
        language: 'km',
        revisionId: km.sourceRevisionId ?? '',
        priority: 'normal',
        workingDays: 3,
        onceKey: `translate-${km.sourceRevisionId}-km`,
      }),
    );
    return km;
  }

  it('that is submitted is done, by who submitted it when nobody had claimed it', async () => {
    const km = await translation();
    newsroom.clock.advance(60_000);
    await newsroom.submit(km.id);
    await newsroom.follow();
    expect(await tasksOf(km)).toEqual(['sign_off open', 'translate done Sơn Thị Sa Rây']);
  });

  it('comes back, once, to who made it when changes are asked for', async () => {
    const km = await translation();
    newsroom.clock.advance(60_000);
    await newsroom.submit(km.id);
    await newsroom.follow();
    await newsroom.act(await newsroom.approver(), km.id, 'request_changes', {
      comment: 'ពិនិត្យឈ្មោះទីកន្លែង។',
    });
    await newsroom.follow((entries) => entries.flatMap((entry) => [entry, entry]));
    expect(await tasksOf(km)).toEqual([
      'sign_off cancelled',
      'translate claimed Sơn Thị Sa Rây',
      'translate done Sơn Thị Sa Rây',
    ]);
  });
});

it('tasks go along with an article that moves', async () => {
  const [from, to] = [await newsroom.section(), await newsroom.section()];
  const { id, articleId } = await newsroom.draft(from);
  await newsroom.submit(id);
  await newsroom.follow();
  await newsroom.sql.query('UPDATE article SET section_id = ? WHERE id = ?', [to.id, articleId]);
  const [last] = (await newsroom.entries('article.created')).slice(-1);
  if (!last) throw new Error('no entry');
  await newsroom.hear({ ...last, fact: 'article.changed', articleId });
  const sections = await rows(
    newsroom.sql,
    z.object({ sectionId: z.uuid() }),
    'SELECT section_id AS sectionId FROM task WHERE edition_id = ?',
    [id],
  );
  expect(sections).toEqual([{ sectionId: to.id }]);
});
