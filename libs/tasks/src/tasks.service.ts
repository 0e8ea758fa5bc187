import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Page, Task, TaskLoad } from '@desk/contracts';
import { Clock, type Sql } from '@desk/database';
import { Invalid, Missing, NotAllowed, Refused } from '@desk/errors';
import { Commands } from '@desk/ledger';
import { can, personById, type Person } from '@desk/people';
import { changeTask } from './change-task.js';

import { openTask, type NewTask } from './open-task.js';
import { sectionsWhere } from './reach.policy.js';
import { taskList, type TaskQuery } from './task-list.queries.js';
import { taskLoad } from './task-load.queries.js';
import { leaseFrom, leaseOfHandedTask, permissionFor, type TaskRow } from './task.js';
import { maySee, unfitFor, type Circumstances } from './task.policy.js';
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

  async list(person: Person, query: TaskQuery): Promise<Page<Task>> {
    return taskList(this.dataSource, person, query, this.clock.now());
  }

  /** @throws Missing `task.missing`, also when the person may not know of it */
  async find(person: Person, id: string): Promise<Task> {
    await seen(this.dataSource, person, id);
    return readTask(this.dataSource, id);
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
        ownTask(person, row);
        return readTask(tx, id);
      }
      free(row);
      const unfit = unfitFor(person, row, circumstances);
      if (unfit) throw unfit;
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
      if (!can(person, 'task.reassign', circumstances.about)) ownTask(person, row);
      claimed(row);
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
      ownTask(person, row);
      claimed(row);
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
      if (!can(person, 'task.reassign', circumstances.about)) {
        throw new NotAllowed('permission.denied', { permission: 'task.reassign' });
      }
      if (row.state === 'done' || row.state === 'cancelled') throw closed(row);
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

const closed = ({ state }: TaskRow): Refused => new Refused('task.closed', { state });

function free(row: TaskRow): void {
  if (row.state === 'claimed') throw new Refused('task.taken', { assigneeId: row.assigneeId });
  if (row.state !== 'open') throw closed(row);
}

function claimed(row: TaskRow): void {
  if (row.state === 'open') throw new Refused('task.not_claimed');
  if (row.state !== 'claimed') throw closed(row);
}

/** Who lost the role may still give the task back; a token needs the scope. */
function ownTask(person: Person, row: TaskRow): void {
  if (person.scopes !== null && !can(person, permissionFor[row.kind])) {
    throw new NotAllowed('token.scope_missing');
  }
  if (row.state === 'claimed' && row.assigneeId !== person.id)
    throw new NotAllowed('task.not_yours');
}

function expectVersion(row: TaskRow, version: number): void {
  if (row.version !== version) throw changedMeanwhile(row);
}

const changedMeanwhile = ({ version, state }: TaskRow): Refused =>
  new Refused('request.changed_meanwhile', { currentVersion: version, state });

/** Somebody was faster: says what has become of the task. */
async function lost(tx: EntityManager, id: string): Promise<never> {
  const now = await taskRow(tx, id);
  free(now);
  throw changedMeanwhile(now);
}
