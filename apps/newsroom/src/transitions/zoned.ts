/**
 * A wall-clock time `2026-12-01T08:30` of a time zone as an instant in UTC. In an hour that is
 * skipped or repeated by a change of clocks, the earlier instant. @throws RangeError for an unknown zone
 */
export function instantOf(wall: string, timeZone: string): Date {
  const asUtc = new Date(`${wall}:00Z`).getTime();
  const first = asUtc - offsetAt(new Date(asUtc), timeZone);
  return new Date(asUtc - offsetAt(new Date(first), timeZone));
}

/** How an instant reads on the clocks of a time zone: `2026-12-01T08:30`. */
export function wallTimeOf(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + offsetAt(instant, timeZone)).toISOString().slice(0, 16);
}

/** How far the clocks of a zone are before UTC, in milliseconds. */
function offsetAt(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant.getTime() / 1_000) * 1_000;
}
