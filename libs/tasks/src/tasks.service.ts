import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Page, Task, TaskCandidates, TaskLoad } from '@desk/contracts';
import { Clock, type Sql } from '@desk/database';
import { Invalid, Missing, NotAllowed, Refused, type NewsroomError } from '@desk/errors';
import { Commands } from '@desk/ledger';
import { personById, sectionsWhere, type Person } from '@desk/people';
import { candidatesFor } from './candidates.queries.js';
import { changeTask } from './change-task.js';
import { offer, offered, type TaskOffer } from './offer.js';
import { openTask, type NewTask } from './open-task.js';
import { setDue, type NewDue } from './set-due.js';
import { taskList, taskSearch, type TaskQuery } from './task-list.queries.js';
import { taskLoad } from './task-load.queries.js';
import { leaseFrom, leaseOfHandedTask, type TaskRow } from './task.js';
import {
  maySee,
  notClaimed,
  notFree,
  notTheirs,
  objectionTo,
  unfitFor,
  type Circumstances,
} from './task.policy.js';
import { circumstancesOf, task as readTask, taskRow } from './tasks.queries.js';

/** Who does what until when: what waits, and people taking it, giving it back, handing it on. */
@Injectable()
export class Tasks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  /** Opens a task in the caller's transaction, once for its key; returns its id. */
  async openTask(tx: EntityManager, at: Date, asked: NewTask): Promise<string> {
    return openTask(tx, at, asked);
  }

  async list(person: Person, query: TaskQuery): Promise<Page<TaskOffer>> {
    const { items, next } = await taskList(this.dataSource, person, query, this.clock.now());
    return { items: await offered(this.dataSource, person, items), next };
  }

  /** @throws Missing `task.missing`, also when the person may not know of it */
  async find(person: Person, id: string): Promise<TaskOffer> {
    const { circumstances } = await seen(this.dataSource, person, id);
    return offer(person, await readTask(this.dataSource, id), circumstances);
  }

  /** The tasks still to be done whose title somebody types some of, soonest due first. */
  async search(person: Person, text: string, most: number): Promise<Task[]> {
    return taskSearch(this.dataSource, person, text, most);
  }

  /**
   * Who could be given a task, by name.
   * @throws NotAllowed `permission.denied` when the person may not hand it on
   */
  async candidates(person: Person, id: string): Promise<TaskCandidates> {
    const { row, circumstances } = await seen(this.dataSource, person, id);
    const refusal = objectionTo('reassign', person, row, circumstances);
    if (refusal) throw refusal;
    return { items: await candidatesFor(this.dataSource, row, circumstances.about) };
  }

  /** What waits with whom, in the sections that the person manages. */
  async load(person: Person): Promise<TaskLoad> {
    const sections = sectionsWhere(person, 'team.read');
    if (sections?.length === 0) {
      throw new NotAllowed('permission.denied', { permission: 'team.read' });
    }
    return taskLoad(this.dataSource, sections, this.clock.now());
  }

  /**
   * Takes a task. Taking again what one has changes nothing.
   * @throws Refused `task.taken` when somebody else has it, `task.closed` when it is over
   */
  async claim(person: Person, id: string, expectedVersion: number): Promise<Task> {
    return this.commands.run(async (tx, at) => {
      const { row, circumstances } = await seen(tx, person, id);
      if (row.state === 'claimed' && row.assigneeId === person.id) {
        refuse(notTheirs(person, row));
        return readTask(tx, id);
      }
      refuse(objectionTo('claim', person, row, circumstances));
      expectVersion(row, expectedVersion);
      const consequence = { assigneeId: person.id, leaseUntil: leaseFrom(at) };
      const taken = await changeTask(tx, at, person.id, 'claim', row, consequence);
      if (!taken) await lost(tx, id);
      return readTask(tx, id);
    });
  }

  /** Gives a task back to the team; one's own, or as a managing editor anybody's. */
  async release(person: Person, id: string, expectedVersion: number): Promise<Task> {
    return this.commands.run(async (tx, at) => {
      const { row, circumstances } = await seen(tx, person, id);
      refuse(objectionTo('release', person, row, circumstances));
      expectVersion(row, expectedVersion);
      const done = await changeTask(tx, at, person.id, 'release', row, { assigneeId: null });
      if (!done) await lost(tx, id);
      return readTask(tx, id);
    });
  }

  /** Says that one is still at it: the claim holds anew. */
  async renew(person: Person, id: string, expectedVersion: number): Promise<Task> {
    return this.commands.run(async (tx, at) => {
      const { row } = await seen(tx, person, id);
      refuse(notTheirs(person, row) ?? notClaimed(row));
      expectVersion(row, expectedVersion);
      const leaseUntil = new Date(
        Math.max(leaseFrom(at).getTime(), row.leaseUntil?.getTime() ?? 0),
      );
      if (!(await changeTask(tx, at, person.id, 'renew', row, { leaseUntil }))) await lost(tx, id);
      return readTask(tx, id);
    });
  }

  /**
   * Hands a task to somebody, who has it until it is due.
   * @throws Invalid `task.person_missing`, `task.person_unfit` when they could not take it
   *   themselves; `reason` says why
   */
  async reassign(person: Person, id: string, expectedVersion: number, toId: string): Promise<Task> {
    return this.commands.run(async (tx, at) => {
      const { row, circumstances } = await seen(tx, person, id);
      refuse(objectionTo('reassign', person, row, circumstances));
      const to = await personById(tx, toId);
      if (!to) throw new Invalid('task.person_missing', { accountId: toId });
      const unfit = unfitFor(to, row, await circumstancesOf(tx, row, toId));
      if (unfit) throw new Invalid('task.person_unfit', { name: to.name, reason: unfit.code });
      expectVersion(row, expectedVersion);
      const leaseUntil = leaseOfHandedTask(at, row.dueAt);
      const consequence = { assigneeId: toId, leaseUntil };
      const done = await changeTask(tx, at, person.id, 'reassign', row, consequence);
      if (!done) await lost(tx, id);
      return readTask(tx, id);
    });
  }

  /**
   * Sets when a task is due, or how urgent it is; who has it hears of it.
   * @throws Invalid `task.due_past`
   */
  async setDue(person: Person, id: string, expectedVersion: number, due: NewDue): Promise<Task> {
    return this.commands.run(async (tx, at) => {
      const { row, circumstances } = await seen(tx, person, id);
      refuse(objectionTo('set_due', person, row, circumstances));
      if (due.dueAt && due.dueAt <= at) {
        throw new Invalid('task.due_past', { dueAt: due.dueAt.toISOString() });
      }
      expectVersion(row, expectedVersion);
      if (!(await setDue(tx, at, person.id, row, due))) await lost(tx, id);
      return readTask(tx, id);
    });
  }
}

interface Seen {
  readonly row: TaskRow;
  readonly circumstances: Circumstances;
}

/** What the person may not know of does not exist for them. */
async function seen(sql: Sql, person: Person, id: string): Promise<Seen> {
  const row = await taskRow(sql, id);
  const circumstances = await circumstancesOf(sql, row, person.id);
  if (!maySee(person, row, circumstances.about)) throw new Missing('task.missing', { id });
  return { row, circumstances };
}

function refuse(objection: NewsroomError | null): void {
  if (objection) throw objection;
}

function expectVersion(row: TaskRow, version: number): void {
  if (row.version !== version) throw changedMeanwhile(row);
}

const changedMeanwhile = ({ version, state }: TaskRow): Refused =>
  new Refused('request.changed_meanwhile', { currentVersion: version, state });

/** Somebody was faster: says what has become of the task. */
async function lost(tx: EntityManager, id: string): Promise<never> {
  const now = await taskRow(tx, id);
  refuse(notFree(now));
  throw changedMeanwhile(now);
}
