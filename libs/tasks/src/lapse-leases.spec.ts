import { change, newId } from '@desk/database';
import type { Person } from '@desk/people';
import { TaskNewsroom } from '../../../test/support/task-newsroom.js';
import { lapseLeases } from './lapse-leases.js';

const HOUR = 3_600_000;

let newsroom: TaskNewsroom;
beforeAll(async () => {
  newsroom = await TaskNewsroom.open();
});
afterAll(() => newsroom.close());
beforeEach(() => newsroom.beginAgain());
const tasks = () => newsroom.desk.tasks;

describe('a lease', () => {
  const lapse = (): Promise<number> => newsroom.desk.inTransaction(lapseLeases);

  it('runs out after eight hours, and the task comes back', async () => {
    const id = await newsroom.openTask();
    const translator = await newsroom.translator();
    await tasks().claim(translator, id, 1);
    newsroom.desk.clock.advance(8 * HOUR - 1);
    expect(await lapse()).toBe(0);
    newsroom.desk.clock.advance(1);
    expect(await lapse()).toBe(1);
    expect(await newsroom.now(id)).toMatchObject({
      state: 'open',
      assignee: null,
      leaseUntil: null,
    });
    const [told] = (await newsroom.desk.entries('task.lapsed')).slice(-1);
    expect(told).toMatchObject({
      subjectId: id,
      actorId: null,
      payload: { kind: 'translate', accountId: translator.id },
    });
  });

  it('holds on when it is renewed, by who has it', async () => {
    const id = await newsroom.openTask();
    const translator = await newsroom.translator();
    await tasks().claim(translator, id, 1);
    newsroom.desk.clock.advance(7 * HOUR);
    await expect(tasks().renew(await newsroom.secondTranslator(), id, 2)).rejects.toMatchObject({
      code: 'task.not_yours',
    });
    await tasks().renew(translator, id, 2);
    newsroom.desk.clock.advance(7 * HOUR);
    expect(await lapse()).toBe(0);
    newsroom.desk.clock.advance(HOUR);
    expect(await lapse()).toBe(1);
  });

  it('holds on while its holder is at work on the text', async () => {
    const id = await newsroom.openTask();
    const translator = await newsroom.translator();
    await tasks().claim(translator, id, 1);
    newsroom.desk.clock.advance(6 * HOUR);
    await translatedBy(translator);
    newsroom.desk.clock.advance(3 * HOUR);
    expect(await lapse()).toBe(1);
    expect(await newsroom.now(id)).toMatchObject({ state: 'claimed' });
    newsroom.desk.clock.advance(5 * HOUR - 1);
    expect(await lapse()).toBe(0);
    newsroom.desk.clock.advance(1);
    await lapse();
    expect((await newsroom.now(id)).state).toBe('open');
  });

  it('of a task that was handed out holds until it is due', async () => {
    const id = await newsroom.openTask();
    const translator = await newsroom.translator();
    const { dueAt } = await tasks().reassign(await newsroom.editor(), id, 1, translator.id);
    const due = new Date(dueAt).getTime();
    newsroom.desk.clock.set(new Date(due - 1));
    expect(await lapse()).toBe(0);
    newsroom.desk.clock.set(new Date(due));
    expect(await lapse()).toBe(1);
  });

  it('runs out once, also when two look at the same time', async () => {
    const id = await newsroom.openTask();
    await tasks().claim(await newsroom.translator(), id, 1);
    newsroom.desk.clock.advance(9 * HOUR);
    await Promise.all([lapse(), lapse(), lapse()]);
    expect((await newsroom.factsOf(id)).filter((fact) => fact === 'task.lapsed')).toHaveLength(1);
  });
});

/** Somebody has just saved a segment of the Khmer edition. */
async function translatedBy({ id }: Person): Promise<void> {
  await change(
    newsroom.desk.sql,
    `INSERT INTO segment (id, edition_id, source_revision_id, position, place, kind, source,
       source_hash, context_hash, codes, target, edited_by, updated_at)
     VALUES (?, ?, ?, 0, 'title', 'title', 'Chợ nổi', '', '', '[]', 'ផ្សារ', ?, ?)`,
    [newId(), newsroom.km.id, newId(), id, newsroom.desk.clock.now()],
  );
}
