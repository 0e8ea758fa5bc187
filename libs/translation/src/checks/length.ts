import { sentences, type Language } from '@desk/languages';
import type { SegmentKind } from '../segments/segment.js';
import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';

/** What search engines and lists of articles show without cutting, in characters as people count. */
const limits: Readonly<Partial<Record<SegmentKind, number>>> = {
  title: 150,
  seo_title: 70,
  seo_description: 170,
  summary: 500,
  alt: 250,
};

/**
 * How long a translation is for one character of its source: the usual share, and how far from it
 * nearly all sentences stay. Counted over news without spaces and zero-width signs.
 */
const shares: Readonly<Record<Language, Readonly<Record<Language, number>>>> = {
  en: { en: 1, vi: 1.03, km: 1.3 },
  vi: { en: 0.98, vi: 1, km: 1.28 },
  km: { en: 0.77, vi: 0.79, km: 1 },
};

export function checkLength(pair: CheckedPair): Remark[] {
  const { from, to, sourceLanguage, targetLanguage, kind } = pair;
  const limit = kind === undefined ? undefined : limits[kind];
  const whole = { side: 'target' as const, start: 0, end: to.text.length };
  const shown = limit === undefined ? 0 : charactersIn(to.text, limit);
  const remarks: Remark[] =
    limit !== undefined && shown > limit
      ? [{ ...whole, check: 'length_limit', key: 'too_long', params: { limit } }]
      : [];
  const source = visibleLength(from.text);
  const target = visibleLength(to.text);
  if (source === 0 || target === 0) return remarks;
  const usual = source * shares[sourceLanguage][targetLanguage];
  const params = { percent: Math.round((100 * target) / usual) };
  if (target < lowest(usual, sourceLanguage)) {
    return [...remarks, { ...whole, check: 'length_ratio', key: 'short', params }];
  }
  if (target > highest(usual)) {
    return [...remarks, { ...whole, check: 'length_ratio', key: 'long', params }];
  }
  return [...remarks, ...otherSentences(pair, target / usual)];
}

/** Translators join and cut sentences; together with the length it shows what is missing or added. */
function otherSentences(
  { from, to, sourceLanguage, targetLanguage }: CheckedPair,
  share: number,
): Remark[] {
  const source = sentences(from.text, sourceLanguage).length;
  const target = sentences(to.text, targetLanguage).length;
  if (source === target) return [];
  const fewer = target < source;
  return [
    {
      check: 'length_ratio',
      side: 'target',
      start: 0,
      end: to.text.length,
      key: fewer ? 'fewer_sentences' : 'more_sentences',
      params: { source, target },
      ...((fewer ? share < SHORTENED : share > LENGTHENED) ? {} : { doubtful: true }),
    },
  ];
}

/** With another number of sentences, these shares of the usual length tell enough. */
const SHORTENED = 0.75;
const LENGTHENED = 1.35;

/**
 * Below this nearly every sentence of news has lost something; short ones vary more than long ones,
 * and Khmer, which writes names and terms at length, loses length without losing sense.
 */
const lowest = (usual: number, source: Language): number =>
  usual < 25 ? usual * 0.25 : usual * (source === 'km' ? 0.55 : 0.61) - 2;
const highest = (usual: number): number => usual * 1.7 + 30;

const visibleLength = (text: string): number =>
  text.replace(/[\s\u200B-\u200D\u2060\uFEFF\uFFFC]/g, '').length;

let segmenter: Intl.Segmenter | undefined;

/** Characters as a reader counts them, a Khmer cluster as one; stops counting beyond the limit. */
function charactersIn(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const plain = text.slice(0, limit * 12).replace(/[\u200B-\u200D\u2060]/g, '');
  let count = 0;
  for (const _ of segmenter.segment(plain)) {
    count += 1;
    if (count > limit) break;
  }
  return count;
}
