import { decimalKey } from './decimal.js';
import type { Quantity } from './quantity.js';

const G = '[\\s\\u200B\\u00A0]{0,3}';
const HALF = `(?:${G}([ap])\\.?m\\b\\.?)`;
const forms = [
  new RegExp(`(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::\\d{2})?(?![\\d:])${HALF}?`, 'giu'),
  new RegExp(
    `(?<![\\d:.])(\\d{1,2})\\.(\\d{2})(?:${HALF}|(?=${G}(?:giờ|sáng|trưa|chiều|tối)))`,
    'giu',
  ),
  new RegExp(`(?<![\\d:.,])(\\d{1,2})()${HALF}`, 'giu'),
  new RegExp(`(?<![\\d:.,])(\\d{1,2})(?:h|g|${G}giờ${G})(\\d{2})?(?![\\d\\p{L}]|[.,]\\d)`, 'giu'),
  new RegExp(`ម៉ោង${G}(\\d{1,2})(?:[:.]|${G}(?:និង)?${G})?(\\d{2})?(?!\\d)`, 'gu'),
];

/**
 * Times of the day, the same whether told by twelve or by twenty-four hours. Where a whole hour
 * may be a length of time (`10 giờ`), it is a number too. Takes text with its digits folded.
 */
export function timesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  let left = text;
  for (const pattern of forms) {
    left = left.replace(pattern, (...match: readonly unknown[]) => {
      const whole = String(match[0]);
      const at = match.find((value): value is number => typeof value === 'number') ?? 0;
      const hour = Number(match[1]);
      const minute = match[2] === undefined || match[2] === '' ? 0 : Number(match[2]);
      if (hour > 24 || minute > 59) return whole;
      found.push(timeAt(at, whole, hour, minute));
      return '\u0001'.repeat(whole.length);
    });
  }
  return found.sort((one, other) => one.start - other.start);
}

function timeAt(start: number, text: string, hour: number, minute: number): Quantity {
  const number = (value: number): Quantity => ({
    kind: 'number',
    start,
    end: start + text.length,
    text: String(value),
    keys: [decimalKey(String(value))],
    parts: [],
    certainty: 'firm',
  });
  // `4.40` is a time by the word beside it, and a number where that is missing.
  const decimal = /^\d+\.\d+/.exec(text.replace(/^\D+/, ''))?.[0].split('.') ?? [];
  const hours = minute === 0 ? [...new Set([hour, (hour + 12) % 24, hour % 12])] : [];
  return {
    kind: 'time',
    start,
    end: start + text.length,
    text: text.trim(),
    keys: [
      `t-${String(hour % 12)}-${String(minute)}`,
      ...(decimal.length === 2 ? [decimalKey(decimal[0] ?? '', decimal[1])] : []),
      ...hours.filter((value) => value > 0).map((value) => decimalKey(String(value))),
    ],
    parts: minute === 0 ? [number(hour)] : [number(hour), number(minute)],
    certainty: 'firm',
  };
}
