import { inKhmerDigits, khmerMonths, khmerWeekdays } from './khmer.js';
import type { Language } from './language.js';

export interface Formatting {
  /** An IANA time zone; `Asia/Ho_Chi_Minh` unless said otherwise. */
  readonly timeZone?: string;
  /** The digits of Khmer; `khmr` (០១២) unless said otherwise. */
  readonly digits?: 'latn' | 'khmr';
}

const NEWSROOM_TIME_ZONE = 'Asia/Ho_Chi_Minh';

/**
 * English is written as in the region's English press: day before month, a 24-hour clock. Khmer
 * words and digits are ours, see `khmer.ts`.
 */
const tagOf = (language: Language): string => ({ vi: 'vi-VN', en: 'en-GB', km: 'en-GB' })[language];

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tagOf(language), {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: language === 'en' ? 'long' : '2-digit',
    day: language === 'vi' ? '2-digit' : 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(key, made);
  return made;
}

function partsOf(at: Date, language: Language, formatting: Formatting) {
  const parts = formatFor(language, formatting.timeZone ?? NEWSROOM_TIME_ZONE).formatToParts(at);
  return (type: Intl.DateTimeFormatPartTypes): string => {
    const value = parts.find((part) => part.type === type)?.value ?? '';
    return language === 'km' ? khmerPart(type, value, formatting.digits ?? 'khmr') : value;
  };
}

const englishWeekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

function khmerPart(
  type: Intl.DateTimeFormatPartTypes,
  value: string,
  digits: 'latn' | 'khmr',
): string {
  if (type === 'weekday') return khmerWeekdays[englishWeekdays.indexOf(value)] ?? value;
  if (type === 'month') return khmerMonths[Number(value) - 1] ?? value;
  return digits === 'khmr' ? inKhmerDigits(value) : value;
}

/**
 * A day: `Thứ bảy, 23/05/2020`, `Saturday, 23 May 2020`, `ថ្ងៃសៅរ៍ ទី២៣ ខែឧសភា ឆ្នាំ២០២០`.
 * Put together by hand: no preset of Intl writes it as the region's papers do.
 * @throws RangeError for a time zone that is unknown
 */
export function formatDate(at: Date, language: Language, formatting: Formatting = {}): string {
  const part = partsOf(at, language, formatting);
  const [weekday, day, month, year] = [part('weekday'), part('day'), part('month'), part('year')];
  switch (language) {
    case 'vi':
      return `${sentenceCase(weekday)}, ${day}/${month}/${year}`;
    case 'en':
      return `${weekday}, ${day} ${month} ${year}`;
    case 'km':
      return `ថ្ងៃ${weekday} ទី${day} ខែ${month} ឆ្នាំ${year}`;
  }
}

/** A day and the time of day: `Thứ bảy, 23/05/2020, 10:30`; in Khmer with ម៉ោង before the hour. */
export function formatMoment(at: Date, language: Language, formatting: Formatting = {}): string {
  const part = partsOf(at, language, formatting);
  const time = `${part('hour')}:${part('minute')}`;
  const day = formatDate(at, language, formatting);
  return language === 'km' ? `${day} ម៉ោង ${time}` : `${day}, ${time}`;
}

/** A month of the calendar (`2026-11`): `Tháng 11, 2026`, `November 2026`, `ខែវិច្ឆិកា ឆ្នាំ២០២៦`. */
export function formatMonth(month: string, language: Language): string {
  const middle = new Date(`${month}-15T12:00:00Z`);
  const part = partsOf(middle, language, { timeZone: 'UTC' });
  if (language === 'vi') return `Tháng ${Number(part('month'))}, ${part('year')}`;
  if (language === 'km') return `ខែ${part('month')} ឆ្នាំ${part('year')}`;
  return `${part('month')} ${part('year')}`;
}

/** The days of the week, Monday first. */
export function weekdayNames(language: Language): string[] {
  return Array.from({ length: 7 }, (_, day) => {
    const monday = new Date(Date.UTC(2024, 0, 1 + day, 12));
    const name = partsOf(monday, language, { timeZone: 'UTC' })('weekday');
    return language === 'vi' ? sentenceCase(name) : name;
  });
}

/** A number with the separators of the language: `1.000,5`, `1,000.5`, `១.០០០,៥`. */
export function formatNumber(
  value: number,
  language: Language,
  { digits = 'khmr' }: Formatting = {},
): string {
  if (language !== 'km') return new Intl.NumberFormat(tagOf(language)).format(value);
  const written = new Intl.NumberFormat('vi-VN').format(value);
  return digits === 'khmr' ? inKhmerDigits(written) : written;
}

/** `Thứ Bảy`, as Intl has it, is written `Thứ bảy` in running text. */
const sentenceCase = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
