import { relativeTime } from './relative-time.js';

const now = new Date('2026-11-23T08:00:00Z');

describe('how far a time is from now', () => {
  it.each([
    ['2026-11-23T11:30:00Z', 'in 3 hours', 'sau 3 giờ nữa', 'ក្នុងរយៈពេល ៣ ម៉ោងទៀត'],
    ['2026-11-21T07:00:00Z', '2 days ago', 'Hôm kia', '២ ថ្ងៃមុន'],
    ['2026-11-22T07:00:00Z', 'yesterday', 'Hôm qua', 'ម្សិលមិញ'],
    ['2026-11-23T07:22:00Z', '38 minutes ago', '38 phút trước', '៣៨ នាទីមុន'],
    ['2026-11-23T08:00:20Z', 'this minute', 'phút này', 'ឥឡូវនេះ'],
  ])('%s is %s', (at, en, vi, km) => {
    expect(relativeTime(new Date(at), now, 'en')).toBe(en);
    expect(relativeTime(new Date(at), now, 'vi').toLowerCase()).toBe(vi.toLowerCase());
    expect(relativeTime(new Date(at), now, 'km')).toBe(km);
  });
});
