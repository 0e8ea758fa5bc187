import * as fc from 'fast-check';
import { isWeekend, publicHolidays } from './holidays.js';
import { dueAt, isWorkingDay } from './working-days.js';

const tetOf: Record<number, string> = {
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-02',
  2031: '2031-01-23',
  2032: '2032-02-11',
  2033: '2033-01-31',
  2034: '2034-02-19',
  2035: '2035-02-08',
};

describe('the public holidays of Vietnam', () => {
  it.each(Object.entries(tetOf))('knows Tết of %s', (year, day) => {
    const all = publicHolidays(Number(year));
    expect(all.has(day)).toBe(true);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(all.has(before)).toBe(true);
  });

  it('knows the year in which Tết is a day earlier than in China', () => {
    expect(publicHolidays(2030)).toContain('2030-01-31');
    expect(publicHolidays(2030)).not.toContain('2030-01-30');
  });

  it.each([
    [2020, '2020-04-02'],
    [2021, '2021-04-21'],
    [2022, '2022-04-10'],
    [2023, '2023-04-29'],
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
  ])('knows the Hùng Kings day of %d', (year, day) => {
    expect(publicHolidays(year)).toContain(day);
  });

  /** The weekdays off around Tết and in spring and autumn as the government announced them. */
  it.each([
    [
      2021,
      [
        '01-01',
        '02-10',
        '02-11',
        '02-12',
        '02-15',
        '02-16',
        '04-21',
        '04-30',
        '05-03',
        '09-02',
        '09-03',
      ],
    ],
    [
      2023,
      [
        '01-02',
        '01-20',
        '01-23',
        '01-24',
        '01-25',
        '01-26',
        '05-01',
        '05-02',
        '05-03',
        '09-01',
        '09-04',
      ],
    ],
    [
      2024,
      [
        '01-01',
        '02-08',
        '02-09',
        '02-12',
        '02-13',
        '02-14',
        '04-18',
        '04-30',
        '05-01',
        '09-02',
        '09-03',
      ],
    ],
    [
      2025,
      [
        '01-01',
        '01-27',
        '01-28',
        '01-29',
        '01-30',
        '01-31',
        '04-07',
        '04-30',
        '05-01',
        '09-01',
        '09-02',
      ],
    ],
    [
      2026,
      [
        '01-01',
        '02-16',
        '02-17',
        '02-18',
        '02-19',
        '02-20',
        '04-27',
        '04-30',
        '05-01',
        '09-01',
        '09-02',
      ],
    ],
  ])('has the weekdays off of %d', (year, days) => {
    const off = [...publicHolidays(year)].filter((day) => !isWeekend(day)).sort();
    expect(off.map((day) => day.slice(5))).toEqual(days);
  });
});

describe('when work is due', () => {
  it.each([
    ['a Monday morning, one day', '2026-03-02T03:00:00Z', 1, '2026-03-03T10:00:00Z'],
    ['a Friday, one day', '2026-03-06T03:00:00Z', 1, '2026-03-09T10:00:00Z'],
    ['a Saturday, one day', '2026-03-07T03:00:00Z', 1, '2026-03-09T10:00:00Z'],
    ['the same day before five', '2026-03-02T09:59:00Z', 0, '2026-03-02T10:00:00Z'],
    ['the same day after five', '2026-03-02T10:00:00Z', 0, '2026-03-03T10:00:00Z'],
    ['a Sunday, no day', '2026-03-01T03:00:00Z', 0, '2026-03-02T10:00:00Z'],
    ['late in UTC, the next day in Vietnam', '2026-03-02T18:00:00Z', 1, '2026-03-04T10:00:00Z'],
    ['over Tết', '2026-02-13T03:00:00Z', 2, '2026-02-24T10:00:00Z'],
    ['over a holiday in lieu', '2022-04-08T03:00:00Z', 1, '2022-04-12T10:00:00Z'],
    ['over the new year', '2025-12-31T03:00:00Z', 1, '2026-01-02T10:00:00Z'],
  ])('%s', (_, from, days, due) => {
    expect(dueAt(new Date(from), days)).toEqual(new Date(due));
  });

  it('is always at 17:00 in Vietnam on a working day to come, and never earlier with more days', () => {
    const from = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2035-12-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(from, fc.integer({ min: 0, max: 30 }), (begin, days) => {
        const due = dueAt(begin, days);
        expect(due > begin).toBe(true);
        expect(due.getUTCHours()).toBe(10);
        expect(isWorkingDay(due.toISOString().slice(0, 10))).toBe(true);
        expect(dueAt(begin, days + 1) > due || days === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
