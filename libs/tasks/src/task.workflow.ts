import type { TaskState } from '@desk/contracts';
import type { Fact } from '@desk/ledger';

/** One row: from which states an action is open, where it leads, and what is recorded. */
interface TaskTransition {
  readonly from: readonly TaskState[];
  readonly to: TaskState;
  /** Null: nothing that anybody needs to know. */
  readonly records: Fact | null;
}

/** The life of a task, as data. People claim, release, renew and reassign; the rest follows facts and time. */
export const taskWorkflow = {
  claim: { from: ['open'], to: 'claimed', records: 'task.claimed' },
  renew: { from: ['claimed'], to: 'claimed', records: null },
  release: { from: ['claimed'], to: 'open', records: 'task.released' },
  lapse: { from: ['claimed'], to: 'open', records: 'task.lapsed' },
  reassign: { from: ['open', 'claimed'], to: 'claimed', records: 'task.reassigned' },
  finish: { from: ['open', 'claimed'], to: 'done', records: 'task.done' },
  cancel: { from: ['open', 'claimed'], to: 'cancelled', records: 'task.cancelled' },
} as const satisfies Record<string, TaskTransition>;

export type TaskAction = keyof typeof taskWorkflow;

/** The row of an action, with the width of the type rather than of the literal. */
export const taskTransition = (action: TaskAction): TaskTransition => taskWorkflow[action];
