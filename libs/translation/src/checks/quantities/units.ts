import type { Unit } from './quantity.js';

/** Units and currencies by how they are written after a number in the three languages. */
const after: Readonly<Record<string, string>> = {
  percent: '%;percent;per cent;phần trăm;ភាគរយ',
  usd: 'US\\$;\\$;USD;US dollars?;dollars?;đô la;đô-la;đôla;ដុល្លារ',
  vnd: '₫;VNĐ;VND;đồng;dong;ដុង;đ',
  khr: '៛;KHR;riels?;riên;រៀល',
  eur: '€;EUR;euros?;ơ-rô;អឺរ៉ូ',
  gbp: '£;GBP;bảng Anh',
  thb: '฿;THB;baht;bạt;បាត',
  km: 'km;kilomet(?:er|re)s?;ki-lô-mét;kilômét;cây số;គីឡូម៉ែត្រ;គ\\.ម',
  km2: 'km2;km²;square kilomet(?:er|re)s?;ki-lô-mét vuông;គីឡូម៉ែត្រការ៉េ',
  m: 'met(?:er|re)s?;mét;ម៉ែត្រ;m',
  m2: 'm2;m²;square met(?:er|re)s?;mét vuông;ម៉ែត្រការ៉េ',
  m3: 'm3;m³;cubic met(?:er|re)s?;mét khối;ម៉ែត្រគូប',
  cm: 'cm;centimet(?:er|re)s?;xăng-ti-mét;xentimét;សង់ទីម៉ែត្រ;ស\\.ម',
  mm: 'mm;millimet(?:er|re)s?;milimét;មីលីម៉ែត្រ',
  mile: 'miles?;dặm;ម៉ាយល៍;ម៉ាយ',
  foot: 'feet;foot;ft;ហ្វីត',
  ha: 'ha;hectares?;héc-ta;hécta;ហិកតា',
  kg: 'kg;kilograms?;kilos?;ki-lô-gam;kílôgam;គីឡូក្រាម;គ\\.ក្រ',
  g: 'grams?;gam;ក្រាម',
  tonne: 'tonnes?;tons?;tấn;តោន',
  litre: 'lit(?:er|re)s?;lít;លីត្រ',
  celsius: '°C;độ C;degrees Celsius;អង្សាសេ',
  second: 'seconds?;giây;វិនាទី',
  minute: 'minutes?;phút;នាទី',
  hour: 'hours?;giờ;ម៉ោង',
  day: 'days?;ngày;ថ្ងៃ',
  week: 'weeks?;tuần;សប្ដាហ៍;សប្តាហ៍',
  month: 'months?;tháng;ខែ',
  year: 'years?;năm;ឆ្នាំ',
};
/** Currencies before a number. */
const before: Readonly<Record<string, string>> = {
  usd: 'US\\$;\\$;USD\\s?',
  eur: '€;EUR\\s?',
  gbp: '£',
  vnd: '₫;VND\\s?',
  thb: '฿',
};

const forms = (table: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(table)
    .flatMap(([unit, words]) => words.split(';').map((word): [string, string] => [word, unit]))
    .sort(([one], [other]) => other.length - one.length);
const afterForms = forms(after);
const beforeForms = forms(before);
const AFTER = new RegExp(
  `[\\s\\u200B\\u00A0-]{0,3}(?:${afterForms
    .map(([word]) => `(${word.replace(/ /g, '[\\s\\u00A0]')})`)
    .join('|')})(?![\\p{Script=Latin}0-9²³\\u17B4-\\u17D3])`,
  'iuy',
);
const BEFORE = new RegExp(`(?:${beforeForms.map(([word]) => `(${word})`).join('|')})$`, 'u');

/** The unit that stands with the number from `start` to `end`. */
export function unitAt(text: string, start: number, end: number): Unit | undefined {
  const currency = BEFORE.exec(text.slice(Math.max(0, start - 5), start));
  if (currency) return unitOf(currency, beforeForms);
  AFTER.lastIndex = end;
  const unit = AFTER.exec(text);
  return unit ? unitOf(unit, afterForms) : undefined;
}

function unitOf(match: RegExpExecArray, forms: readonly [string, string][]): Unit | undefined {
  const index = match.slice(1).findIndex((one) => one !== undefined);
  const name = forms[index]?.[1];
  return name === undefined ? undefined : { name, text: match[index + 1] ?? '' };
}
