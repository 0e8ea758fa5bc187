import { change, newId } from '@desk/database';
import { TaskNewsroom } from '../../../test/support/task-newsroom.js';

let newsroom: TaskNewsroom;
beforeAll(async () => {
  newsroom = await TaskNewsroom.open();
});
afterAll(() => newsroom.close());
beforeEach(() => newsroom.beginAgain());
const tasks = () => newsroom.desk.tasks;

describe('opening a task', () => {
  it('D: happens once for its key, also at the same time', async () => {
    const onceKey = newId();
    const ids = await Promise.all([1, 2, 3, 4].map(() => newsroom.openTask({ onceKey })));
    expect(new Set([...ids, await newsroom.openTask({ onceKey })]).size).toBe(1);
    expect(await newsroom.factsOf(ids[0] ?? '')).toEqual(['task.opened']);
  });

  it('to translate the same text, asked for by two at the same time, leaves one to be done', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => newsroom.openTask()));
    const states = await Promise.all(ids.map(async (id) => (await newsroom.now(id)).state));
    expect(states.sort()).toEqual(['cancelled', 'cancelled', 'open']);
  });

  it('is due so many working days on, and sooner when it is urgent', async () => {
    const usual = await newsroom.now(await newsroom.openTask());
    expect(usual).toMatchObject({ state: 'open', dueAt: new Date('2026-03-05T10:00:00Z') });
    const urgent = await newsroom.now(await newsroom.openTask({ priority: 'urgent' }));
    expect(urgent.dueAt).toEqual(new Date('2026-03-03T10:00:00Z'));
  });

  it('to translate takes the place of the older one, and who was at that has it', async () => {
    const older = await newsroom.openTask();
    const translator = await newsroom.translator();
    await tasks().claim(translator, older, 1);
    const newer = await newsroom.now(await newsroom.openTask());
    expect((await newsroom.now(older)).state).toBe('cancelled');
    expect(newer).toMatchObject({ state: 'claimed', assignee: { id: translator.id } });
    expect(newer.leaseUntil).toEqual(newer.dueAt);
  });
});

describe('claiming a task', () => {
  it.each([1, 2, 3, 4, 5])('by two at once: one has it, the other is told (%d)', async () => {
    const id = await newsroom.openTask();
    const people = [await newsroom.translator(), await newsroom.secondTranslator()];
    const both = await Promise.allSettled(people.map((person) => tasks().claim(person, id, 1)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = people[both.findIndex(({ status }) => status === 'fulfilled')];
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({
      code: 'task.taken',
      status: 409,
      facts: { assigneeId: winner?.id },
    });
    expect((await newsroom.now(id)).assignee?.id).toBe(winner?.id);
    expect(await newsroom.factsOf(id)).toEqual(['task.opened', 'task.claimed']);
  });

  it('again by who has it changes nothing', async () => {
    const id = await newsroom.openTask();
    const translator = await newsroom.translator();
    const claimed = await tasks().claim(translator, id, 1);
    expect(await tasks().claim(translator, id, 1)).toEqual(claimed);
    expect(await newsroom.factsOf(id)).toEqual(['task.opened', 'task.claimed']);
  });

  it('H: is for who may do it; others do not know of it', async () => {
    const id = await newsroom.openTask();
    const toEnglish = await newsroom.translatorToEnglish();
    const missing = { code: 'task.missing', status: 404 };
    await expect(tasks().claim(toEnglish, id, 1)).rejects.toMatchObject(missing);
    await expect(tasks().find(toEnglish, id)).rejects.toMatchObject(missing);
    await expect(tasks().claim(await newsroom.editor(), id, 1)).rejects.toMatchObject({
      code: 'task.not_yours_to_do',
      status: 403,
    });
  });

  it('A: of a review is not for who wrote the text', async () => {
    const id = await newsroom.openTask({ kind: 'review' });
    const both = await newsroom.desk.person(
      'Danh Kim',
      { role: 'translator' },
      { role: 'reviewer' },
    );
    await change(newsroom.desk.sql, 'UPDATE edition SET contributors = ? WHERE id = ?', [
      JSON.stringify([both.id]),
      newsroom.km.id,
    ]);
    await expect(tasks().claim(both, id, 1)).rejects.toMatchObject({
      code: 'task.own_text',
      status: 403,
    });
    const team = { view: 'team', limit: 20 } as const;
    expect((await tasks().list(both, team)).items).toEqual([]);
    const reviewer = await newsroom.desk.reviewer();
    expect((await tasks().list(reviewer, team)).items).toHaveLength(1);
    expect((await tasks().claim(reviewer, id, 1)).state).toBe('claimed');
  });

  it('is refused once it is over, and to who saw an older state', async () => {
    const [over, changed] = [
      await newsroom.openTask({ editionId: newsroom.km.id }),
      await newsroom.openTask(),
    ];
    expect((await newsroom.now(over)).state).toBe('cancelled');
    const translator = await newsroom.translator();
    await expect(tasks().claim(translator, over, 2)).rejects.toMatchObject({
      code: 'task.closed',
    });
    await tasks().claim(translator, changed, 1);
    await tasks().release(translator, changed, 2);
    await expect(
      tasks().claim(await newsroom.secondTranslator(), changed, 1),
    ).rejects.toMatchObject({
      code: 'request.changed_meanwhile',
      facts: { currentVersion: 3, state: 'open' },
    });
  });
});

describe('giving a task back', () => {
  it('is for who has it, or who manages the section', async () => {
    const id = await newsroom.openTask();
    const translator = await newsroom.translator();
    await expect(tasks().release(translator, id, 1)).rejects.toMatchObject({
      code: 'task.not_claimed',
    });
    await tasks().claim(translator, id, 1);
    await expect(tasks().release(await newsroom.secondTranslator(), id, 2)).rejects.toMatchObject({
      code: 'task.not_yours',
      status: 403,
    });
    const back = await tasks().release(await newsroom.editor(), id, 2);
    expect(back).toMatchObject({ state: 'open', assignee: null, leaseUntil: null });
  });
});

describe('handing a task on', () => {
  it('gives it to somebody until it is due, and tells them', async () => {
    const id = await newsroom.openTask();
    const [editor, translator] = [await newsroom.editor(), await newsroom.translator()];
    await tasks().claim(await newsroom.secondTranslator(), id, 1);
    const handed = await tasks().reassign(editor, id, 2, translator.id);
    expect(handed).toMatchObject({ state: 'claimed', assignee: { id: translator.id } });
    expect(handed.leaseUntil).toEqual(handed.dueAt);
    const [told] = (await newsroom.desk.entries('task.reassigned')).slice(-1);
    expect(told).toMatchObject({
      subjectId: id,
      actorId: editor.id,
      payload: { kind: 'translate', to: translator.id },
    });
  });

  it('only to who could take it themselves', async () => {
    const id = await newsroom.openTask();
    const editor = await newsroom.editor();
    const toEnglish = await newsroom.translatorToEnglish();
    await expect(tasks().reassign(editor, id, 1, toEnglish.id)).rejects.toMatchObject({
      code: 'task.person_unfit',
      status: 422,
      facts: { name: 'Lý Thị Hoa', reason: 'task.not_yours_to_do' },
    });
    await expect(tasks().reassign(editor, id, 1, newId())).rejects.toMatchObject({
      code: 'task.person_missing',
    });
    const gone = await newsroom.desk.person('Đã nghỉ', { role: 'translator' });
    await change(newsroom.desk.sql, `UPDATE account SET status = 'disabled' WHERE id = ?`, [
      gone.id,
    ]);
    await expect(tasks().reassign(editor, id, 1, gone.id)).rejects.toMatchObject({
      code: 'task.person_missing',
    });
  });

  it('H: only by who manages the section', async () => {
    const id = await newsroom.openTask();
    const translator = await newsroom.translator();
    await expect(
      tasks().reassign(translator, id, 1, (await newsroom.secondTranslator()).id),
    ).rejects.toMatchObject({ code: 'permission.denied', status: 403 });
  });

  it('of a task that somebody claims at the same moment: one of both is told', async () => {
    const id = await newsroom.openTask();
    const [editor, translator] = [await newsroom.editor(), await newsroom.translator()];
    const other = await newsroom.secondTranslator();
    const both = await Promise.allSettled([
      tasks().claim(translator, id, 1),
      tasks().reassign(editor, id, 1, other.id),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const has = both[0].status === 'fulfilled' ? translator : other;
    expect((await newsroom.now(id)).assignee?.id).toBe(has.id);
  });
});
