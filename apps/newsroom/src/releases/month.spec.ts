import { dayOf, monthAfter, weeksOf } from './month';

describe('the calendar', () => {
  it('has whole weeks from Monday on', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]).toEqual([
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
    ]);
    expect(weeks.at(-1)?.at(0)).toBe('2026-11-30');
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });
  it('holds February of four weeks in four', () => {
    expect(weeksOf('2027-02')).toHaveLength(4);
  });
  it('goes over the end of a year', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
  });
  it('counts days on the clocks of the newsroom', () => {
    expect(dayOf('2026-11-22T18:00:00Z', 'Asia/Ho_Chi_Minh')).toBe('2026-11-23');
  });
});
