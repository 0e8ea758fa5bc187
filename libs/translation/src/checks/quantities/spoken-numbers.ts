import type { Language } from '@desk/languages';
import { keyOfNumber } from './decimal.js';
import { type NumberWord, numberWords } from './number-words.js';
import type { Quantity } from './quantity.js';

interface Said extends NumberWord {
  readonly start: number;
  readonly end: number;
}

/** Between the words of one number; `linh` and `lẻ` fill an empty place, `and` joins. */
const JOINED = /^(?:[\s\u200B-]{0,3}|\s(?:and|linh|lẻ)\s)$/u;

const khmerWords = new RegExp(
  `(?:${[...numberWords.km.keys()].sort((one, other) => other.length - one.length).join('|')})(?![\\u17B4-\\u17D3])`,
  'gu',
);
const latinWords = /\p{L}[\p{L}\p{M}]*/gu;

/**
 * Numbers in words. A number with a `hundred`, `triệu`, `លាន` and a word before it is firm; single
 * words are soft, each with all that it may say: `hai mươi lăm` answers for 25.
 */
export function spokenNumbers(text: string, language: Language): Quantity[] {
  const runs: Said[][] = [];
  for (const word of wordsIn(text, language)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && run.length < 12 && JOINED.test(text.slice(last.end, word.start))) {
      run.push(word);
    } else runs.push([word]);
  }
  return runs.flatMap((run) => quantityOf(run, text));
}

function wordsIn(text: string, language: Language): Said[] {
  const found: Said[] = [];
  for (const match of text.matchAll(language === 'km' ? khmerWords : latinWords)) {
    const name = match[0].toLowerCase();
    const word = numberWords[language].get(name) ?? plural(name, language);
    if (!word || (name === 'năm' && meansYear(text, match.index))) continue;
    if (name === match[0] && (name === 'may' || name === 'march')) continue;
    found.push({ ...word, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** `millions` and `twenties`, which say less than their word, still answer for it. */
const plural = (name: string, language: Language): NumberWord | undefined =>
  language === 'en' && name.endsWith('s')
    ? numberWords.en.get(name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.slice(0, -1))
    : undefined;

const BEFORE_YEAR =
  /(?:mỗi|hàng|hằng|những|các|trong|vào|cả|từ|của|đến|tới|giữa|cuối|đầu|nhiều|suốt|qua|\d)\s$/iu;
const AFTER_YEAR = /^\S+\s(?:\d|nay|ngoái|trước|sau|qua|tới|mới|học|tháng)/iu;

/** `năm` is five and year. */
const meansYear = (text: string, at: number): boolean =>
  BEFORE_YEAR.test(text.slice(Math.max(0, at - 8), at)) || AFTER_YEAR.test(text.slice(at, at + 12));

function quantityOf(run: readonly Said[], text: string): Quantity[] {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return [];
  // Without a number before it a multiplier says none: `phần trăm`, `ភាគរយ`, `hàng triệu`.
  if (run.length === 1 && first.times) return [];
  const value = valueOf(run);
  const single = run.map((word) => keyOfNumber(word.value));
  const large = run.some((word) => word.times && word.value >= 1_000);
  const firm = large && !first.times && run.length > 1 && first.value !== 0;
  return [
    {
      kind: 'number',
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end),
      keys: firm ? [keyOfNumber(value)] : [...new Set([keyOfNumber(value), ...single])],
      parts: [],
      certainty: firm ? 'firm' : 'soft',
    },
  ];
}

/** `hai triệu ba trăm nghìn` is 2,300,000; `mười ngàn tỷ` is 10^13; `hai mươi` is 20. */
function valueOf(run: readonly Said[]): number {
  let total = 0;
  let group = 0;
  let scale = 1;
  for (const { value, times } of run) {
    // `half a million`, `một triệu rưỡi`.
    if (group === 0.5 && value === 1) continue;
    if (value === 0.5 && total > 0) group += value * scale;
    else if (!times) group += value;
    else if (value < 1_000) group = (group === 0 ? 1 : group) * value;
    else {
      const larger = value > total;
      const before = larger ? total + group : group;
      const scaled = (before === 0 ? 1 : before) * value;
      total = larger ? scaled : total + scaled;
      scale = value;
      group = 0;
    }
  }
  return total + group;
}
