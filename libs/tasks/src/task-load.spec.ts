import { z } from 'zod';
import { change, rows } from '@desk/database';
import type { Person } from '@desk/people';
import { TaskNewsroom } from '../../../test/support/task-newsroom.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let newsroom: TaskNewsroom;
beforeAll(async () => {
  newsroom = await TaskNewsroom.open();
});
afterAll(() => newsroom.close());
beforeEach(() => newsroom.beginAgain());
const tasks = () => newsroom.desk.tasks;

describe('the load', () => {
  it('counts what waits with whom, what is overdue, what was done of late', async () => {
    const [translator, other] = [await newsroom.translator(), await newsroom.secondTranslator()];
    const reviewer = await newsroom.desk.reviewer();
    const [en] = await rows(
      newsroom.desk.sql,
      z.object({ id: z.uuid() }),
      'SELECT id FROM edition WHERE article_id = ? AND is_source',
      [newsroom.km.articleId],
    );
    const urgent = await newsroom.openTask({ priority: 'urgent' });
    await tasks().claim(translator, urgent, 1);
    const longer = await newsroom.openTask({ editionId: en?.id ?? '', workingDays: 20 });
    await tasks().claim(translator, longer, 1);
    await tasks().claim(reviewer, await newsroom.openTask({ kind: 'review', workingDays: 20 }), 1);
    await newsroom.openTask({ kind: 'sign_off' });
    await done(await newsroom.openTask({ kind: 'review' }), reviewer, 1);
    await done(await newsroom.openTask({ kind: 'review' }), reviewer, 31);
    newsroom.desk.clock.advance(3 * DAY + 8 * HOUR);

    const load = await tasks().load(await newsroom.editor());
    expect(load.free).toEqual({ translate: 0, review: 0, sign_off: 1, overdue: 1 });
    const of = (person: Person) => load.people.find((one) => one.person.id === person.id);
    expect(of(translator)).toMatchObject({ translate: 2, review: 0, overdue: 1 });
    expect(of(reviewer)).toMatchObject({ translate: 0, review: 1, overdue: 0, doneLast30Days: 1 });
    expect(of(other)).toBeUndefined();
  });

  it('H: is of the sections that one manages, and nobody else sees it', async () => {
    await newsroom.openTask();
    const elsewhere = await newsroom.desk.person('Ngô Văn Tài', {
      role: 'managing_editor',
      sectionId: (await newsroom.desk.section()).id,
    });
    expect((await tasks().load(elsewhere)).free.translate).toBe(0);
    const here = await newsroom.desk.person('Mai Thị Nở', {
      role: 'managing_editor',
      sectionId: newsroom.km.sectionId,
    });
    expect((await tasks().load(here)).free.translate).toBe(1);
    for (const person of [await newsroom.translator(), await newsroom.desk.approver()]) {
      await expect(tasks().load(person)).rejects.toMatchObject({
        code: 'permission.denied',
        status: 403,
      });
    }
  });

  it('is nothing where nothing waits', async () => {
    const nothing = { translate: 0, review: 0, sign_off: 0, overdue: 0 };
    expect(await tasks().load(await newsroom.editor())).toEqual({
      free: nothing,
      people: [],
    });
  });
});

/** A task that somebody did so many days ago. */
async function done(id: string, { id: personId }: Person, daysAgo: number): Promise<void> {
  await change(
    newsroom.desk.sql,
    `UPDATE task SET state = 'done', assignee_id = ?, done_at = ? WHERE id = ?`,
    [personId, new Date(newsroom.desk.clock.now().getTime() - daysAgo * DAY), id],
  );
}
