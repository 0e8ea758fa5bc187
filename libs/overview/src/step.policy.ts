import type { DeskStep, EditionState, TaskKind } from '@desk/contracts';

/** What tells whose turn it is. */
export interface Standing {
  readonly isSource: boolean;
  readonly state: EditionState;
  /** The kinds of its tasks that are still to be done. */
  readonly open: readonly TaskKind[];
}

const underWork: readonly EditionState[] = ['draft', 'changes_requested'];

/**
 * Whose turn it is with an edition; null when it waits for nobody. A published translation whose
 * source has changed waits to be translated while there is a task for it.
 */
export function stepOf({ isSource, state, open }: Standing): DeskStep | null {
  if (!isSource && (underWork.includes(state) || open.includes('translate'))) return 'translation';
  if (underWork.includes(state)) return 'writing';
  if (state === 'approved') return 'release';
  if (state !== 'in_review') return null;
  if (!open.includes('review')) return 'sign_off';
  return isSource ? 'source_review' : 'translation_review';
}

const has = (kind: TaskKind): string => `EXISTS (SELECT 1 FROM task open_task
  WHERE open_task.edition_id = e.id AND open_task.open_due_at IS NOT NULL
    AND open_task.kind = '${kind}')`;
const isUnderWork = `e.state IN ('draft', 'changes_requested')`;

/** The same asked of edition `e` in a database. */
export const stepCondition: Readonly<Record<DeskStep, string>> = {
  writing: `e.is_source AND ${isUnderWork}`,
  translation: `NOT e.is_source AND (${isUnderWork} OR ${has('translate')})`,
  release: `e.state = 'approved' AND (e.is_source OR NOT ${has('translate')})`,
  source_review: `e.is_source AND e.state = 'in_review' AND ${has('review')}`,
  translation_review: `NOT e.is_source AND e.state = 'in_review' AND ${has('review')}
    AND NOT ${has('translate')}`,
  sign_off: `e.state = 'in_review' AND NOT ${has('review')}
    AND (e.is_source OR NOT ${has('translate')})`,
};
