import { taskDeeds, type Task, type TaskDeed } from '@desk/contracts';
import type { Sql } from '@desk/database';
import type { Person } from '@desk/people';
import { objectionTo, type Circumstances } from './task.policy.js';
import { circumstancesOfAll } from './tasks.queries.js';

/** Whether a person may do something with a task now, and if not, why. */
export interface TaskChoice {
  readonly deed: TaskDeed;
  readonly allowed: boolean;
  readonly because: {
    readonly code: string;
    readonly facts: Readonly<Record<string, unknown>>;
  } | null;
}

/** A task with what the person may do with it. */
export type TaskOffer = Task & { readonly allowed: readonly TaskChoice[] };

export function offer(person: Person, task: Task, circumstances: Circumstances): TaskOffer {
  const { kind, state, assignee } = task;
  const row = { kind, state, assigneeId: assignee?.id ?? null };
  const allowed = taskDeeds.map((deed) => {
    const objection = objectionTo(deed, person, row, circumstances);
    return {
      deed,
      allowed: objection === null,
      because: objection && { code: objection.code, facts: objection.facts },
    };
  });
  return { ...task, allowed };
}

/** The same for tasks that the person may know of. */
export async function offered(
  sql: Sql,
  person: Person,
  tasks: readonly Task[],
): Promise<TaskOffer[]> {
  const all = await circumstancesOfAll(
    sql,
    tasks.map(({ id }) => id),
    person.id,
  );
  return tasks.flatMap((task) => {
    const circumstances = all.get(task.id);
    return circumstances ? [offer(person, task, circumstances)] : [];
  });
}
