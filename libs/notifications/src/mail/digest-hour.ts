const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow; there are few time zones. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

/** The wall clock of a time zone, as if it were UTC: milliseconds. */
function wallClock(at: Date, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
}

/** The instant at which a time zone's clock shows this; in a gap of summer time, just after it. */
function instantOf(wall: number, timeZone: string): Date {
  const offset = (at: number): number => wallClock(new Date(at), timeZone) - at;
  const guess = wall - offset(wall);
  return new Date(wall - offset(guess));
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * The last time, at or before `at`, that the clock of `timeZone` struck `hour`, and which
 * day it was there (`2026-05-23`).
 */
export function lastDigestMoment(
  at: Date,
  timeZone: string,
  hour: number,
): { moment: Date; day: string } {
  const whole = Math.floor(at.getTime() / 1_000) * 1_000;
  const midnight = Math.floor(wallClock(new Date(whole), timeZone) / DAY_MS) * DAY_MS;
  const today = instantOf(midnight + hour * HOUR_MS, timeZone);
  if (today <= at) return { moment: today, day: dayOf(midnight) };
  const yesterday = midnight - DAY_MS;
  return { moment: instantOf(yesterday + hour * HOUR_MS, timeZone), day: dayOf(yesterday) };
}

const dayOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);
