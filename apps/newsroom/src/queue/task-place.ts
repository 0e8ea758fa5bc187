import type { Task } from './tasks';

/** The address of the screen on which a task is done. */
export const placeOf = ({ kind, editionId }: Pick<Task, 'kind' | 'editionId'>): string =>
  kind === 'translate' ? `/translate/${editionId}` : `/review/${editionId}`;
