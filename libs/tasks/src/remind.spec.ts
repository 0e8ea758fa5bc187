import { TaskNewsroom } from '../../../test/support/task-newsroom.js';
import { remind } from './remind.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let newsroom: TaskNewsroom;
beforeAll(async () => {
  newsroom = await TaskNewsroom.open();
});
afterAll(() => newsroom.close());
beforeEach(() => newsroom.beginAgain());
const tasks = () => newsroom.desk.tasks;

describe('reminders', () => {
  const reminded = async (id: string): Promise<string[]> => {
    await newsroom.desk.inTransaction(remind);
    return (await newsroom.factsOf(id)).filter((fact) => fact.includes('due'));
  };

  it('come once a day before a task is due and once after, to who has it', async () => {
    const id = await newsroom.openTask();
    const translator = await newsroom.translator();
    await tasks().claim(translator, id, 1);
    const due = await newsroom.dueOf(id);
    newsroom.desk.clock.set(new Date(due - DAY - 1));
    expect(await reminded(id)).toEqual([]);
    newsroom.desk.clock.set(new Date(due - DAY));
    expect(await reminded(id)).toEqual(['task.due_soon']);
    newsroom.desk.clock.set(new Date(due - 1));
    expect(await reminded(id)).toEqual(['task.due_soon']);
    newsroom.desk.clock.set(new Date(due));
    expect(await reminded(id)).toEqual(['task.due_soon', 'task.overdue']);
    newsroom.desk.clock.advance(30 * DAY);
    expect(await reminded(id)).toEqual(['task.due_soon', 'task.overdue']);
    const told = (await newsroom.desk.entries('task.due_soon', 'task.overdue')).slice(-2);
    for (const { payload } of told) {
      expect(payload).toEqual({
        kind: 'translate',
        dueAt: new Date(due).toISOString(),
        accountId: translator.id,
      });
    }
  });

  it('of what nobody has name nobody', async () => {
    const id = await newsroom.openTask();
    newsroom.desk.clock.set(new Date(await newsroom.dueOf(id)));
    expect(await reminded(id)).toEqual(['task.overdue']);
    const [told] = (await newsroom.desk.entries('task.overdue')).slice(-1);
    expect(told?.payload).toMatchObject({ accountId: null });
  });

  it('do not come before for what was opened within the day', async () => {
    const id = await newsroom.openTask({ workingDays: 0 });
    newsroom.desk.clock.advance(HOUR);
    expect(await reminded(id)).toEqual([]);
    newsroom.desk.clock.set(new Date(await newsroom.dueOf(id)));
    expect(await reminded(id)).toEqual(['task.overdue']);
  });

  it('do not come for what is over', async () => {
    const [cancelled, live] = [await newsroom.openTask(), await newsroom.openTask()];
    newsroom.desk.clock.set(new Date(await newsroom.dueOf(live)));
    expect(await reminded(cancelled)).toEqual([]);
    expect(await reminded(live)).toEqual(['task.overdue']);
  });

  it('come once also when two workers look at the same time', async () => {
    const id = await newsroom.openTask();
    newsroom.desk.clock.set(new Date(await newsroom.dueOf(id)));
    await Promise.all([1, 2, 3].map(() => newsroom.desk.inTransaction(remind)));
    expect(await reminded(id)).toEqual(['task.overdue']);
  });

  it('come again for a newer task on the same text', async () => {
    const [first, due] = [await newsroom.openTask(), DAY * 10];
    newsroom.desk.clock.advance(due);
    await reminded(first);
    const next = await newsroom.openTask();
    newsroom.desk.clock.advance(due);
    expect(await reminded(next)).toEqual(['task.overdue']);
  });
});
