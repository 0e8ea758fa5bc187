import { decimalKey } from './decimal.js';
import type { Quantity } from './quantity.js';

const months = (names: string): Readonly<Record<string, number>> =>
  Object.fromEntries(names.split(' ').map((name, index) => [name, index + 1]));
const english = months(
  'january february march april may june july august september october november december',
);
const khmer = months('មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ');
const EN = `(${Object.keys(english).join('|')}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)`;
const KM = `(${Object.keys(khmer).join('|')})`;
const DAY = '(\\d{1,2})';
const YEAR = '(\\d{4})';
const G = '[\\s\\u200B\\u00A0]{0,3}';
const S = '[\\s\\u00A0]{1,3}';

type Part = 'day' | 'month' | 'year';
interface Form {
  readonly pattern: RegExp;
  readonly parts: readonly Part[];
  /** Whether day and month could stand the other way round, if there is no year. */
  readonly loose?: true;
}
const form = (source: string, parts: string, loose?: true): Form => ({
  pattern: new RegExp(`(?<![\\d./-])${source}`, 'giu'),
  parts: parts.split(' ').filter((part): part is Part => /^(day|month|year)$/.test(part)),
  ...(loose ? { loose } : {}),
});

/** Longer forms first: what one has read, the next do not see. */
const forms: readonly Form[] = [
  form(`${YEAR}-(\\d{2})-(\\d{2})(?![\\d-])`, 'year month day'),
  form(`${DAY}([/.-])(\\d{1,2})\\2(\\d{4})(?!\\d)`, 'day - month year'),
  form(
    `${DAY}${G}tháng${S}(\\d{1,2})(?:(?:${S}năm${S}|${G},?${S}|/)${YEAR})?(?!\\d)`,
    'day month year',
  ),
  form(`tháng${S}(\\d{1,2})(?:${S}năm${S}|/|-)${YEAR}(?!\\d)`, 'month year'),
  form(
    `${DAY}(?:st|nd|rd|th)?${S}(?:of${S})?(?:the${S})?${EN}(?:,?${S}${YEAR})?(?![\\d\\p{L}])`,
    'day month year',
  ),
  form(
    `(?<!\\p{L})${EN}${S}${DAY}(?:st|nd|rd|th)?(?:,?${S}${YEAR})?(?![\\d\\p{L}]|[.,:]\\d)`,
    'month day year',
  ),
  form(`(?<!\\p{L})${EN},?${S}${YEAR}(?!\\d)`, 'month year'),
  form(`(?:ទី${G})?${DAY}${G}(?:ខែ${G})?${KM}(?:${G}(?:ឆ្នាំ${G})?${YEAR})?(?!\\d)`, 'day month year'),
  form(
    `(?:ទី${G})?${DAY}${G}ខែ(?:${G}ទី)?${G}(\\d{1,2})(?:${G}ឆ្នាំ${G}${YEAR})?(?!\\d)`,
    'day month year',
  ),
  form(`(?:ខែ${G})?${KM}${G}(?:ឆ្នាំ${G})?${YEAR}(?!\\d)`, 'month year'),
  form(`ខែ${G}(\\d{1,2})${G}ឆ្នាំ${G}${YEAR}(?!\\d)`, 'month year'),
  form(`${DAY}/(\\d{1,2})(?![\\d/]|[.,-]\\d|/\\p{L})`, 'day month', true),
];

/** Dates in digits and in words, the day before the month where nothing tells; digits folded. */
export function datesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  let left = text;
  for (const one of forms) {
    left = left.replace(one.pattern, (...match: readonly unknown[]) => {
      const whole = String(match[0]);
      const at = match.find((value): value is number => typeof value === 'number') ?? 0;
      const groups = match.slice(1, match.indexOf(at));
      const date = dateOf(
        one,
        groups.map((group) => (typeof group === 'string' ? group : '')),
      );
      if (date === null) return whole;
      found.push({ ...date, start: at, end: at + whole.length, text: whole });
      return '\u0001'.repeat(whole.length);
    });
  }
  return found.sort((one, other) => one.start - other.start);
}

function dateOf(
  { parts, loose, pattern }: Form,
  texts: readonly string[],
): Omit<Quantity, 'start' | 'end' | 'text'> | null {
  const given: Partial<Record<Part, string>> = {};
  const values = pattern.source.includes('\\2') ? texts.filter((_, index) => index !== 1) : texts;
  parts.forEach((part, index) => {
    const value = values[index];
    if (value !== undefined && value !== '') given[part] = value;
  });
  let day = given.day === undefined ? 0 : Number(given.day);
  let month = monthOf(given.month ?? '');
  const year = Number(given.year ?? 0);
  const swapped = month > 12 && day <= 12 && day > 0 && /^\d+$/.test(given.month ?? '');
  if (swapped) [day, month] = [month, day];
  if (month < 1 || month > 12 || day > 31 || (given.day !== undefined && day < 1)) return null;
  const key = ['d', day, month, year].join('-');
  const loosely = loose ? [`l-${Math.min(day, month)}-${Math.max(day, month)}`] : [];
  const partOf = (value: number, certainty: 'firm' | 'soft'): Quantity[] =>
    value === 0 ? [] : [{ ...numberAt(value), certainty }];
  return {
    // Without a year it may as well be a fraction.
    kind: loose ? 'number' : 'date',
    keys: [key, ...loosely],
    parts: [
      ...partOf(day, 'firm').map((part) => (loose ? part : { ...part, unspoken: true as const })),
      ...partOf(month, /^\d/.test(given.month ?? '') ? 'firm' : 'soft'),
      ...partOf(year, 'firm'),
    ],
    certainty: 'firm',
    ...(year > 0 && day > 0 ? { calendar: { day, month, year } } : {}),
  };
}

const numberAt = (value: number) => ({
  kind: 'number' as const,
  start: 0,
  end: 0,
  text: String(value),
  keys: [decimalKey(String(value))],
  parts: [],
});

function monthOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const name = text.toLowerCase().replace(/\.$/, '');
  const full = Object.keys(english).find(
    (one) => name.length >= 3 && one.startsWith(name.slice(0, 3)),
  );
  return khmer[name] ?? (full === undefined ? 0 : (english[full] ?? 0));
}
