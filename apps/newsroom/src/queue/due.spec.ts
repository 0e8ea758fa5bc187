import { byUrgency, urgencyOf } from './due';

const now = new Date('2026-11-23T03:00:00Z');

describe('how pressing work is', () => {
  it.each([
    ['2026-11-23T02:59:59Z', 'overdue'],
    ['2026-11-23T10:00:00Z', 'today'],
    ['2026-11-25T10:00:00Z', 'soon'],
    ['2026-12-25T10:00:00Z', 'later'],
  ] as const)('%s is %s', (dueAt, urgency) => {
    expect(urgencyOf(dueAt, now)).toBe(urgency);
  });
  it('comes in groups, the most pressing first, without empty ones', () => {
    const groups = byUrgency(
      [
        { dueAt: '2026-12-25T10:00:00Z' },
        { dueAt: '2026-11-22T10:00:00Z' },
        { dueAt: '2026-11-21T10:00:00Z' },
      ],
      now,
    );
    expect(
      groups.map(({ urgency, things }) => [urgency, things.map(({ dueAt }) => dueAt.slice(0, 10))]),
    ).toEqual([
      ['overdue', ['2026-11-21', '2026-11-22']],
      ['later', ['2026-12-25']],
    ]);
  });
});
