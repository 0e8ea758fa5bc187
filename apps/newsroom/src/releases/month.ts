/** A day of the calendar, as `2026-11-23`. */
export type Day = string;

/** The weeks of a month, Monday first, with the days of the neighbours that fill them. */
export function weeksOf(month: string): Day[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const start = new Date(first);
  start.setUTCDate(1 - ((first.getUTCDay() + 6) % 7));
  const weeks: Day[][] = [];
  for (const day = start; weeks.length < 6;) {
    const week = Array.from({ length: 7 }, () => {
      const written = day.toISOString().slice(0, 10);
      day.setUTCDate(day.getUTCDate() + 1);
      return written;
    });
    if (weeks.length > 0 && !week.some((one) => one.startsWith(month))) break;
    weeks.push(week);
  }
  return weeks;
}

/** The month `by` months later: `2026-12` after `2026-11`. */
export function monthAfter(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

/** The day of an instant on the clocks of a time zone. */
export const dayOf = (instant: string, timeZone: string): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
