import { NotAllowed, Refused, type NewsroomError } from '@desk/errors';
import { can, type About, type Person } from '@desk/people';
import { permissionFor, type TaskRow } from './task.js';

/** What the rules ask about a task besides its row. */
export interface Circumstances {
  readonly about: About;
  /** Whether the person has signed in the task's review round: nobody fills two seats. */
  readonly signed: boolean;
}

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

/** The same, whoever wrote the text. */
const whoeverWrote = (about: About): About => ({ ...about, contributors: [] });
