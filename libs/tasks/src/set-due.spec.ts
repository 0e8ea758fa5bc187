import type { Person } from '@desk/people';
import { TaskNewsroom } from '../../../test/support/task-newsroom.js';
import { remind } from './remind.js';

let newsroom: TaskNewsroom;
beforeAll(async () => {
  newsroom = await TaskNewsroom.open();
});
afterAll(() => newsroom.close());
beforeEach(() => newsroom.beginAgain());
const tasks = () => newsroom.desk.tasks;
const later = new Date('2026-03-12T10:00:00Z');

describe('setting when a task is due', () => {
  it('changes the time or the priority, and is told in the ledger', async () => {
    const id = await newsroom.openTask();
    const editor = await newsroom.editor();
    const moved = await tasks().setDue(editor, id, 1, { dueAt: later });
    expect(moved).toMatchObject({ dueAt: later, priority: 'normal', version: 2 });
    const urgent = await tasks().setDue(editor, id, 2, { priority: 'urgent' });
    expect(urgent).toMatchObject({ dueAt: later, priority: 'urgent', version: 3 });
    expect(await newsroom.factsOf(id)).toEqual(['task.opened', 'task.due_set', 'task.due_set']);
    const last = (await newsroom.desk.entries('task.due_set')).at(-1);
    expect(last).toMatchObject({
      actorId: editor.id,
      payload: { dueAt: later.toISOString(), priority: 'urgent', accountId: null },
    });
  });

  it('keeps a task that was handed out with who has it until the new time', async () => {
    const id = await newsroom.openTask();
    const [editor, translator] = [await newsroom.editor(), await newsroom.translator()];
    await tasks().reassign(editor, id, 1, translator.id);
    expect((await tasks().setDue(editor, id, 2, { dueAt: later })).leaseUntil).toEqual(later);
  });

  it('leaves a claim of eight hours as it was', async () => {
    const id = await newsroom.openTask();
    const { leaseUntil } = await tasks().claim(await newsroom.translator(), id, 1);
    const moved = await tasks().setDue(await newsroom.editor(), id, 2, { dueAt: later });
    expect(moved.leaseUntil).toEqual(leaseUntil);
  });

  it('lets people be reminded of the new time', async () => {
    const { clock } = newsroom.desk;
    const id = await newsroom.openTask();
    clock.set(new Date('2026-03-05T11:00:00Z'));
    const reminds = () => newsroom.desk.inTransaction((tx, at) => remind(tx, at));
    expect(await reminds()).toBe(1);
    await tasks().setDue(await newsroom.editor(), id, 1, { dueAt: later });
    clock.set(new Date('2026-03-12T11:00:00Z'));
    expect(await reminds()).toBe(1);
  });

  it('is refused for a time that is past, a task that is over, an older version', async () => {
    const id = await newsroom.openTask();
    const editor = await newsroom.editor();
    const past = tasks().setDue(editor, id, 1, { dueAt: newsroom.desk.clock.now() });
    await expect(past).rejects.toMatchObject({ code: 'task.due_past', status: 422 });
    const stale = tasks().setDue(editor, id, 7, { dueAt: later });
    await expect(stale).rejects.toMatchObject({ code: 'request.changed_meanwhile' });
    await newsroom.openTask();
    const over = tasks().setDue(editor, id, 2, { dueAt: later });
    await expect(over).rejects.toMatchObject({ code: 'task.closed' });
  });

  it('H: is for who directs the section; who may not know of the task hears nothing', async () => {
    const id = await newsroom.openTask();
    const mine = tasks().setDue(await newsroom.translator(), id, 1, { dueAt: later });
    await expect(mine).rejects.toMatchObject({
      code: 'permission.denied',
      facts: { permission: 'task.set_due' },
    });
    const another = tasks().setDue(await newsroom.translatorToEnglish(), id, 1, { dueAt: later });
    await expect(another).rejects.toMatchObject({ code: 'task.missing' });
  });
});

describe('what may be done with a task', () => {
  const choices = async (person: Person, id: string): Promise<Record<string, string | true>> => {
    const { allowed } = await tasks().find(person, id);
    return Object.fromEntries(allowed.map(({ deed, because }) => [deed, because?.code ?? true]));
  };

  it('is said with it, and what not, why', async () => {
    const id = await newsroom.openTask();
    const [translator, second] = [await newsroom.translator(), await newsroom.secondTranslator()];
    const editor = await newsroom.editor();
    const denied = { reassign: 'permission.denied', set_due: 'permission.denied' };
    expect(await choices(translator, id)).toEqual({
      claim: true,
      release: 'task.not_claimed',
      ...denied,
    });
    expect(await choices(editor, id)).toEqual({
      claim: 'task.not_yours_to_do',
      release: 'task.not_claimed',
      reassign: true,
      set_due: true,
    });
    await tasks().claim(translator, id, 1);
    expect(await choices(translator, id)).toMatchObject({
      claim: 'task.yours_already',
      release: true,
    });
    expect(await choices(second, id)).toMatchObject({
      claim: 'task.taken',
      release: 'task.not_yours',
    });
    expect(await choices(editor, id)).toMatchObject({ claim: 'task.taken', release: true });
  });

  it('is as the list says', async () => {
    const id = await newsroom.openTask();
    const translator = await newsroom.translator();
    const { items } = await tasks().list(translator, { view: 'team', limit: 20 });
    expect(items).toEqual([await tasks().find(translator, id)]);
  });
});

describe('to whom a task can be handed', () => {
  it('are those who may do it, but for who has it, with what they have', async () => {
    const [translator, second] = [await newsroom.translator(), await newsroom.secondTranslator()];
    await newsroom.translatorToEnglish();
    const id = await newsroom.openTask();
    const editor = await newsroom.editor();
    const names = async () =>
      (await tasks().candidates(editor, id)).items.map(({ name, open }) => [name, open]);
    expect(await names()).toEqual([
      [second.name, 0],
      [translator.name, 0],
    ]);
    await tasks().claim(second, id, 1);
    expect(await names()).toEqual([[translator.name, 0]]);
    const mine = tasks().candidates(translator, id);
    await expect(mine).rejects.toMatchObject({ code: 'permission.denied' });
  });
});

describe('tasks by what one types of a title', () => {
  it('are found without marks and by pieces, by who may know of them', async () => {
    const id = await newsroom.openTask();
    const found = async (person: Person, text: string) =>
      (await tasks().search(person, text, 8)).map((one) => one.id);
    const { title } = await newsroom.now(id);
    const piece = title.slice(2, 7);
    for (const person of [await newsroom.translator(), await newsroom.editor()]) {
      expect(await found(person, title)).toEqual([id]);
      expect(await found(person, piece)).toEqual([id]);
      expect(await found(person, `${piece} ទទទទទ`)).toEqual([]);
      expect(await found(person, '100%_')).toEqual([]);
    }
    expect(await found(await newsroom.translatorToEnglish(), title)).toEqual([]);
  });
});
