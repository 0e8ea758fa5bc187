import type { EditionAction, EditionState, Liveness } from '@desk/contracts';
import type { Fact } from '@desk/ledger';
import type { Permission } from '@desk/people';

/** What a person must say with an action. */
export type MustSay = 'comment' | 'revisionHash' | 'publishAt' | 'note' | 'reason';

/** One row of the workflow: when an action is open, where it leads, what is recorded. */
export interface Transition {
  /** The states of the working copy from which it is open. */
  readonly from: readonly EditionState[];
  /** What readers must see now for it to be open. */
  readonly while: readonly Liveness[];
  /** Where it leads; with two, the last sign-off decides; `same` leaves the state. */
  readonly to: readonly EditionState[] | 'same';
  /** What readers see afterwards; absent: as before. */
  readonly becomes?: Liveness;
  readonly permission: Permission;
  readonly mustSay: readonly MustSay[];
  readonly records: Fact;
}

const anyLiveness: readonly Liveness[] = ['none', 'live', 'withdrawn'];

/**
 * The life of an edition, as data. The API, the screens' buttons, the docs and the tests are
 * made from this table; `checkWorkflow` proves it sound when a process starts.
 */
export const workflow = {
  submit: {
    from: ['draft', 'changes_requested'],
    while: anyLiveness,
    to: ['in_review'],
    permission: 'edition.submit',
    mustSay: [],
    records: 'edition.submitted',
  },
  request_changes: {
    from: ['in_review'],
    while: anyLiveness,
    to: ['changes_requested'],
    permission: 'edition.request_changes',
    mustSay: ['comment'],
    records: 'edition.changes_requested',
  },
  sign_off: {
    from: ['in_review'],
    while: anyLiveness,
    to: ['in_review', 'approved'],
    permission: 'edition.sign_off',
    mustSay: ['revisionHash'],
    records: 'edition.signed_off',
  },
  recall: {
    from: ['in_review', 'approved'],
    while: anyLiveness,
    to: ['draft'],
    permission: 'edition.recall',
    mustSay: [],
    records: 'edition.recalled',
  },
  schedule: {
    from: ['approved'],
    while: ['none'],
    to: ['scheduled'],
    permission: 'edition.schedule',
    mustSay: ['publishAt'],
    records: 'edition.scheduled',
  },
  unschedule: {
    from: ['scheduled'],
    while: anyLiveness,
    to: ['approved'],
    permission: 'edition.schedule',
    mustSay: [],
    records: 'edition.unscheduled',
  },
  publish: {
    from: ['approved', 'scheduled'],
    while: ['none'],
    to: ['published'],
    becomes: 'live',
    permission: 'edition.publish',
    mustSay: [],
    records: 'edition.published',
  },
  revise: {
    from: ['published'],
    while: anyLiveness,
    to: ['draft'],
    permission: 'edition.revise',
    mustSay: [],
    records: 'edition.revised',
  },
  correct: {
    from: ['approved'],
    while: ['live'],
    to: ['published'],
    becomes: 'live',
    permission: 'edition.correct',
    mustSay: ['note'],
    records: 'edition.corrected',
  },
  withdraw: {
    from: [
      'draft',
      'in_review',
      'changes_requested',
      'approved',
      'scheduled',
      'published',
      'archived',
    ],
    while: ['live'],
    to: 'same',
    becomes: 'withdrawn',
    permission: 'edition.withdraw',
    mustSay: ['reason'],
    records: 'edition.withdrawn',
  },
  restore: {
    from: [
      'draft',
      'in_review',
      'changes_requested',
      'approved',
      'scheduled',
      'published',
      'archived',
    ],
    while: ['withdrawn'],
    to: 'same',
    becomes: 'live',
    permission: 'edition.withdraw',
    mustSay: [],
    records: 'edition.restored',
  },
  archive: {
    from: ['published'],
    while: ['live'],
    to: ['archived'],
    permission: 'edition.archive',
    mustSay: [],
    records: 'edition.archived',
  },
} as const satisfies Record<EditionAction, Transition>;

type EditionFact = (typeof workflow)[EditionAction]['records'];

/** The row of an action, with the width of the type rather than of the literal. */
export const transition = (action: EditionAction): Transition & { readonly records: EditionFact } =>
  workflow[action];
