import { inKhmerDigits } from './khmer.js';
import type { Language } from './language.js';

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
type Unit = (typeof units)[number][0];

const khmerUnits: Readonly<Record<Unit, string>> = { day: 'ថ្ងៃ', hour: 'ម៉ោង', minute: 'នាទី' };

/** How far a time is from now, in the largest whole unit: `in 3 hours`, `2 ngày trước`, `៣ ម៉ោងមុន`. */
export function relativeTime(at: Date, now: Date, language: Language): string {
  const seconds = (at.getTime() - now.getTime()) / 1_000;
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
  const count = Math.trunc(seconds / length);
  if (language === 'km') return inKhmer(count, unit);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(count, unit);
}

/** By hand: browsers may come without Khmer. */
function inKhmer(count: number, unit: Unit): string {
  if (count === 0) return 'ឥឡូវនេះ';
  if (unit === 'day' && count === -1) return 'ម្សិលមិញ';
  if (unit === 'day' && count === 1) return 'ថ្ងៃស្អែក';
  const length = `${inKhmerDigits(String(Math.abs(count)))} ${khmerUnits[unit]}`;
  return count < 0 ? `${length}មុន` : `ក្នុងរយៈពេល ${length}ទៀត`;
}
