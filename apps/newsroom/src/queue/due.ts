export const urgencies = ['overdue', 'today', 'soon', 'later'] as const;
export type Urgency = (typeof urgencies)[number];

const DAY_MS = 86_400_000;

/** How near a due time is. `today`: within 24 hours; `soon`: within three days. */
export function urgencyOf(dueAt: string, now: Date): Urgency {
  const left = new Date(dueAt).getTime() - now.getTime();
  if (left < 0) return 'overdue';
  if (left < DAY_MS) return 'today';
  return left < 3 * DAY_MS ? 'soon' : 'later';
}

/** Things by how near they are due, the most pressing group first, each group by its time. */
export function byUrgency<T extends { readonly dueAt: string }>(
  things: readonly T[],
  now: Date,
): { urgency: Urgency; things: T[] }[] {
  const sorted = [...things].sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  return urgencies
    .map((urgency) => ({
      urgency,
      things: sorted.filter(({ dueAt }) => urgencyOf(dueAt, now) === urgency),
    }))
    .filter(({ things: some }) => some.length > 0);
}
