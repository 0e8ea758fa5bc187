import { instantOf, wallTimeOf } from './zoned';

describe('times on the clocks of the newsroom', () => {
  it('are seven hours before UTC in Vietnam, all year', () => {
    expect(instantOf('2026-12-01T08:30', 'Asia/Ho_Chi_Minh').toISOString()).toBe(
      '2026-12-01T01:30:00.000Z',
    );
    expect(wallTimeOf(new Date('2026-07-01T17:30:00Z'), 'Asia/Ho_Chi_Minh')).toBe(
      '2026-07-02T00:30',
    );
  });
  it('follow the clocks of a zone that changes them', () => {
    expect(instantOf('2026-07-01T12:00', 'Europe/Paris').toISOString()).toBe(
      '2026-07-01T10:00:00.000Z',
    );
    expect(instantOf('2026-12-01T12:00', 'Europe/Paris').toISOString()).toBe(
      '2026-12-01T11:00:00.000Z',
    );
  });
});
