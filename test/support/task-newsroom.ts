import type { Edition } from '@desk/articles';
import type { Task } from '@desk/contracts';
import { change, newId } from '@desk/database';
import type { Person } from '@desk/people';
import type { NewTask } from '@desk/tasks';
import { DeskNewsroom } from './desk-newsroom.js';

/** A newsroom with a Khmer edition to work on; each test begins on the same morning, with no task. */
export class TaskNewsroom {
  private constructor(
    readonly desk: DeskNewsroom,
    readonly km: Edition,
  ) {}

  static async open(): Promise<TaskNewsroom> {
    const desk = await DeskNewsroom.open();
    const source = await desk.draft(await desk.section());
    await desk.submit(source.id);
    await desk.sign(await desk.approver(), source.id);
    return new TaskNewsroom(desk, await desk.translation(source, 'km'));
  }

  close = (): Promise<void> => this.desk.close();

  /** A Monday, 10:30 in Vietnam. */
  async beginAgain(): Promise<void> {
    this.desk.clock.set(new Date('2026-03-02T03:30:00Z'));
    await change(this.desk.sql, 'DELETE FROM task');
    await change(this.desk.sql, 'DELETE FROM segment');
  }

  /** Opens a task to translate the edition, or what else it is said to be. */
  openTask(of: Partial<NewTask> = {}): Promise<string> {
    const { km } = this;
    const asked: NewTask = {
      kind: 'translate',
      articleId: km.articleId,
      editionId: km.id,
      sectionId: km.sectionId,
      sourceLanguage: 'vi',
      language: 'km',
      revisionId: km.sourceRevisionId ?? '',
      priority: 'normal',
      workingDays: 3,
      onceKey: newId(),
      ...of,
    };
    return this.desk.inTransaction((tx, at) => this.desk.tasks.openTask(tx, at, asked));
  }

  /** The task as it is now. */
  async now(id: string): Promise<Task> {
    return this.desk.tasks.find(await this.desk.managingEditor(), id);
  }

  async dueOf(id: string): Promise<number> {
    return new Date((await this.now(id)).dueAt).getTime();
  }

  /** What happened to a task, in order. */
  async factsOf(id: string): Promise<string[]> {
    const entries = await this.desk.entries();
    return entries.filter(({ subjectId }) => subjectId === id).map(({ fact }) => fact);
  }

  translator = (): Promise<Person> => this.desk.translator();
  secondTranslator = (): Promise<Person> =>
    this.desk.person('Kim Sơn', { role: 'translator', language: 'km' });
  translatorToEnglish = (): Promise<Person> =>
    this.desk.person('Lý Thị Hoa', { role: 'translator', language: 'en' });
  editor = (): Promise<Person> => this.desk.managingEditor();
}
