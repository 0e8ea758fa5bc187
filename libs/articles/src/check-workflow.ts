import {
  editionActions,
  editionStates,
  livenesses,
  type EditionAction,
  type EditionState,
  type Liveness,
} from '@desk/contracts';
import { isFact } from '@desk/ledger';
import { permissions } from '@desk/people';
import { workflow, type Transition } from './edition.workflow.js';

/** The first state of every edition. */
export const firstState: EditionState = 'draft';

/** A table as it is before it is proved: it may name anything. */
export type UncheckedWorkflow = Readonly<
  Record<
    EditionAction,
    Omit<Transition, 'permission' | 'records'> & {
      readonly permission: string;
      readonly records: string;
    }
  >
>;

/**
 * Proves the workflow table sound, or throws saying what is wrong with it: every state and
 * liveness reachable, every fact and permission known. Called when a process starts.
 */
export function checkWorkflow(table: UncheckedWorkflow = workflow): void {
  const reached = new Set<string>();
  const queue: [EditionState, Liveness][] = [[firstState, 'none']];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [state, liveness] = next;
    if (reached.has(`${state} ${liveness}`)) continue;
    reached.add(`${state} ${liveness}`);
    for (const action of editionActions) {
      const row = table[action];
      if (!row.from.includes(state) || !row.while.includes(liveness)) continue;
      for (const to of row.to === 'same' ? [state] : row.to) {
        queue.push([to, row.becomes ?? liveness]);
      }
    }
  }
  for (const state of editionStates) {
    if (![...reached].some((pair) => pair.startsWith(`${state} `))) {
      throw new Error(`workflow: no action leads to the state ${state}`);
    }
  }
  for (const liveness of livenesses) {
    if (![...reached].some((pair) => pair.endsWith(` ${liveness}`))) {
      throw new Error(`workflow: no action makes an edition ${liveness}`);
    }
  }
  for (const action of editionActions) {
    const row = table[action];
    if (!isFact(row.records)) throw new Error(`workflow: ${action} records an unknown fact`);
    if (!Object.hasOwn(permissions, row.permission)) {
      throw new Error(`workflow: ${action} asks for an unknown permission`);
    }
  }
}
