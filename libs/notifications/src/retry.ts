/**
 * How long to wait before the next try, in milliseconds: doubles from `firstMs`, at most
 * `mostMs`. `attempts`: how many were made, 1 after the first.
 */
export const pauseBeforeRetryMs = (attempts: number, firstMs: number, mostMs: number): number =>
  Math.min(firstMs * 2 ** Math.min(Math.max(attempts - 1, 0), 30), mostMs);

const STANDS_IN_THE_WAY_MS = 20_000;

/**
 * The queue's id of a try that is due. It changes with each try, with the time it is due, and
 * with each twenty seconds that it is overdue: a job that the queue lost, or that failed while
 * the database was away, must not stand in its way for longer.
 */
export function tryId(id: string, attempts: number, dueAt: Date, at: Date): string {
  const overdue = Math.max(0, Math.floor((at.getTime() - dueAt.getTime()) / STANDS_IN_THE_WAY_MS));
  return [id, attempts, dueAt.getTime().toString(36), overdue].join('_');
}
