import { isWeekend, publicHolidays, type Day } from './holidays.js';

const MS_AN_HOUR = 3_600_000;
const MS_A_DAY = 24 * MS_AN_HOUR;
/** Vietnam is seven hours ahead of UTC, all year round. */
const VIETNAM_MS = 7 * MS_AN_HOUR;
/** The hour in Vietnam at which work is due. */
const DUE_HOUR = 17;

/** Monday to Friday, and no public holiday of Vietnam. */
export const isWorkingDay = (day: Day): boolean =>
  !isWeekend(day) && !publicHolidays(Number(day.slice(0, 4))).has(day);

/**
 * When work that begins at `from` is due: at 17:00 in Vietnam on the given working day after
 * the day of `from`. With 0 it is that day itself, if it is a working day and not yet 17:00.
 */
export function dueAt(from: Date, workingDays: number): Date {
  const local = from.getTime() + VIETNAM_MS;
  const midnight = local - (local % MS_A_DAY);
  const today = local - midnight < DUE_HOUR * MS_AN_HOUR && isWorkingDay(asDay(midnight));
  let left = workingDays === 0 && !today ? 1 : workingDays;
  let day = midnight;
  while (left > 0) {
    day += MS_A_DAY;
    if (isWorkingDay(asDay(day))) left -= 1;
  }
  return new Date(day + DUE_HOUR * MS_AN_HOUR - VIETNAM_MS);
}

const asDay = (time: number): Day => new Date(time).toISOString().slice(0, 10);
