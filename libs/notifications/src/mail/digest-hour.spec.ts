import { lastDigestMoment } from './digest-hour.js';

const at = (iso: string, timeZone: string, hour: number) => {
  const { moment, day } = lastDigestMoment(new Date(iso), timeZone, hour);
  return `${day} ${moment.toISOString()}`;
};

describe('lastDigestMoment', () => {
  it.each([
    ['2020-05-23T00:00:00.000Z', 'Asia/Ho_Chi_Minh', 7, '2020-05-23 2020-05-23T00:00:00.000Z'],
    ['2020-05-22T23:59:59.999Z', 'Asia/Ho_Chi_Minh', 7, '2020-05-22 2020-05-22T00:00:00.000Z'],
    ['2020-05-23T16:59:00.000Z', 'Asia/Phnom_Penh', 0, '2020-05-23 2020-05-22T17:00:00.000Z'],
    ['2020-05-23T03:30:00.000Z', 'Asia/Ho_Chi_Minh', 23, '2020-05-22 2020-05-22T16:00:00.000Z'],
    ['2024-03-01T03:00:00.000Z', 'America/New_York', 7, '2024-02-29 2024-02-29T12:00:00.000Z'],
    ['2020-01-01T01:00:00.000Z', 'Pacific/Auckland', 7, '2020-01-01 2019-12-31T18:00:00.000Z'],
  ])('%s in %s at %i', (iso, timeZone, hour, expected) => {
    expect(at(iso, timeZone, hour)).toBe(expected);
  });

  it('knows one moment a day where the clocks are changed', () => {
    // In Paris on 29 March 2020 there was no half past two, on 25 October there were two.
    expect(at('2020-03-29T12:00:00Z', 'Europe/Paris', 2)).toMatch(
      /^2020-03-29 2020-03-29T0[01]:00/,
    );
    expect(at('2020-10-25T12:00:00Z', 'Europe/Paris', 2)).toMatch(
      /^2020-10-25 2020-10-25T0[01]:00/,
    );
    const days = new Set<string>();
    for (let hour = 0; hour < 24 * 10; hour += 1) {
      const now = new Date(Date.UTC(2020, 2, 25, hour, 30));
      const { moment, day } = lastDigestMoment(now, 'Europe/Paris', 2);
      expect(moment <= now).toBe(true);
      days.add(`${day} ${moment.toISOString()}`);
    }
    expect(days.size).toBe(11);
  });
});
