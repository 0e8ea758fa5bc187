import type { TaskDeed } from '@desk/contracts';
import { NotAllowed, Refused, type NewsroomError } from '@desk/errors';
import { can, type About, type Permission, type Person } from '@desk/people';
import { permissionFor, type TaskRow } from './task.js';

/** What the rules ask about a task besides its row. */
export interface Circumstances {
  readonly about: About;
  /** Whether the person has signed in the task's review round: nobody fills two seats. */
  readonly signed: boolean;
}

/** What the rules ask about a task's row. */
type Standing = Pick<TaskRow, 'kind' | 'state' | 'assigneeId'>;

/** Why a person may not take this task on, or be given it; null when they may. */
export function unfitFor(
  person: Person,
  task: Pick<TaskRow, 'kind'>,
  { about, signed }: Circumstances,
): NewsroomError | null {
  const permission = permissionFor[task.kind];
  if (!can(person, permission, about)) {
    const own = can(person, permission, whoeverWrote(about));
    return new NotAllowed(own ? 'task.own_text' : 'task.not_yours_to_do', { kind: task.kind });
  }
  return signed ? new Refused('task.already_signed') : null;
}

/** Whether a person may know of a task: who has it, could do it, or manages the section. */
export function maySee(
  person: Person,
  task: Pick<TaskRow, 'kind' | 'assigneeId'>,
  about: About,
): boolean {
  const whoever = whoeverWrote(about);
  if (!can(person, 'article.read', whoever)) return false;
  return (
    task.assigneeId === person.id ||
    can(person, permissionFor[task.kind], whoever) ||
    can(person, 'team.read', whoever)
  );
}

/** What stands against a person doing this with a task as it is; null when nothing does. */
export function objectionTo(
  deed: TaskDeed,
  person: Person,
  task: Standing,
  circumstances: Circumstances,
): NewsroomError | null {
  const { about } = circumstances;
  switch (deed) {
    case 'claim':
      if (task.state === 'claimed' && task.assigneeId === person.id) {
        return new Refused('task.yours_already');
      }
      return notFree(task) ?? unfitFor(person, task, circumstances);
    case 'release':
      return (
        (can(person, 'task.reassign', about) ? null : notTheirs(person, task)) ?? notClaimed(task)
      );
    case 'reassign':
      return denied(person, 'task.reassign', about) ?? over(task);
    case 'set_due':
      return denied(person, 'task.set_due', about) ?? over(task);
  }
}

export function notFree(task: Standing): NewsroomError | null {
  if (task.state === 'claimed') return new Refused('task.taken', { assigneeId: task.assigneeId });
  return over(task);
}

export const notClaimed = (task: Standing): NewsroomError | null =>
  task.state === 'open' ? new Refused('task.not_claimed') : over(task);

/** Who lost the role may still give the task back; a token needs the scope. */
export function notTheirs(person: Person, task: Standing): NewsroomError | null {
  if (person.scopes !== null && !can(person, permissionFor[task.kind])) {
    return new NotAllowed('token.scope_missing');
  }
  const isAnothers = task.state === 'claimed' && task.assigneeId !== person.id;
  return isAnothers ? new NotAllowed('task.not_yours') : null;
}

const over = ({ state }: Standing): NewsroomError | null =>
  state === 'done' || state === 'cancelled' ? new Refused('task.closed', { state }) : null;

const denied = (person: Person, permission: Permission, about: About): NewsroomError | null =>
  can(person, permission, about) ? null : new NotAllowed('permission.denied', { permission });

/** The same, whoever wrote the text. */
const whoeverWrote = (about: About): About => ({ ...about, contributors: [] });
