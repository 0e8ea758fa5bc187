import { CalendarVietnamese } from 'date-chinese';

/** A day of the calendar in Vietnam, `2026-02-17`. */
export type Day = string;

const MS_A_DAY = 86_400_000;
const first = (year: number): number => Date.UTC(year, 0, 1);
const asDay = (time: number): Day => new Date(time).toISOString().slice(0, 10);
const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);
/** 0 is Sunday. */
const weekday = (time: number): number => new Date(time).getUTCDay();
export const isWeekend = (day: Day): boolean => [0, 6].includes(weekday(Date.parse(day)));

const known = new Map<number, ReadonlySet<Day>>();

/**
 * The public holidays of Vietnam in a year by the Labour Code (articles 111 and 112), with the
 * days off in lieu: when a holiday falls on a weekend, the next working day is free. Which days
 * stand around Tết and National Day, the government decides each year; here they lie as it has
 * laid them so far, so that the days off join. Working days that it swaps for Saturdays are not
 * known here.
 */
export function publicHolidays(year: number): ReadonlySet<Day> {
  const found = known.get(year) ?? withDaysInLieu(holidaysOf(year));
  known.set(year, found);
  return found;
}

function holidaysOf(year: number): number[] {
  return [
    first(year),
    ...tet(lunar(year, 1, 1)),
    lunar(year, 3, 10),
    at(year, 4, 30),
    at(year, 5, 1),
    ...nationalDay(year),
  ];
}

/** The civil day on which a day of the lunar year that begins in `year` falls in Vietnam. */
function lunar(year: number, month: number, day: number): number {
  const calendar = new CalendarVietnamese();
  calendar.fromJDE(calendar.newYear(year));
  const [cycle = 0, yearOfCycle = 0] = calendar.get();
  calendar.set(cycle, yearOfCycle, month, 0, day);
  const civil = calendar.toGregorian(year);
  return at(civil.year, civil.month, civil.day);
}

/** Five days: the eve and four, or the two last days of the old year and three. */
function tet(newYear: number): number[] {
  const before = [1, 2].includes(weekday(newYear)) ? 1 : 2;
  return [0, 1, 2, 3, 4].map((nth) => newYear + (nth - before) * MS_A_DAY);
}

/** 2 September and, since 2021, the day before or after. */
function nationalDay(year: number): number[] {
  const second = at(year, 9, 2);
  if (year < 2021) return [second];
  return [second, second + ([0, 1, 4].includes(weekday(second)) ? MS_A_DAY : -MS_A_DAY)];
}

function withDaysInLieu(holidays: readonly number[]): ReadonlySet<Day> {
  const days = new Set(holidays.map(asDay));
  for (const holiday of [...days].sort()) {
    if (!isWeekend(holiday)) continue;
    let next = Date.parse(holiday);
    while (isWeekend(asDay(next)) || days.has(asDay(next))) next += MS_A_DAY;
    days.add(asDay(next));
  }
  return days;
}
