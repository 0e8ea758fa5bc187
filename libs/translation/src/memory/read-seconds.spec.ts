import { ReadSeconds, type SecondMark } from './read-seconds.js';

const table = (...changed: string[]): ReadonlyMap<string, SecondMark> => {
  const marks = new Map<string, SecondMark>();
  for (const at of changed) {
    const { rows, sum } = marks.get(at.slice(0, 19)) ?? { rows: 0, sum: 0 };
    marks.set(at.slice(0, 19), { rows: rows + 1, sum: sum + Number(at.slice(20)) });
  }
  return marks;
};
const [first, second, third] = [
  '2026-03-01 08:00:00.000010',
  '2026-03-01 08:00:00.000030',
  '2026-03-01 08:00:01.500000',
] as const;
const since = '2026-03-01 08:00:00';

describe('the seconds that were read', () => {
  it('are not read again while nothing else stands in them', () => {
    const read = new ReadSeconds();
    for (const at of [first, second, third]) read.add(at);
    expect(read.unread(since, table(third, second, first))).toEqual([]);
  });

  it('are read again when a row came late, or another took the place of one', () => {
    const read = new ReadSeconds();
    for (const at of [first, third]) read.add(at);
    expect(read.unread(since, table(first, second, third))).toEqual([since]);
    const other = '2026-03-01 08:00:00.000011';
    expect(read.unread(since, table(other, third))).toEqual([since]);
    expect(read.unread(since, table(other, '2026-03-01 08:00:01.500001'))).toHaveLength(2);
  });

  it('are read again after a reader that could not see them yet', () => {
    const read = new ReadSeconds();
    for (const at of [first, third]) read.add(at);
    expect(read.unread(since, table(first))).toEqual([]);
    expect(read.unread(since, table(first, third))).toEqual(['2026-03-01 08:00:01']);
  });

  it('are forgotten when they are long ago', () => {
    const read = new ReadSeconds();
    for (const at of [first, third]) read.add(at);
    read.forgetBefore('2026-03-01 08:00:01');
    expect(read.unread(since, table(first, third))).toEqual([since]);
  });
});
