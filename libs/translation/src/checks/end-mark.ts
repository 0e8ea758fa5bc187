import type { Language } from '@desk/languages';
import type { CheckedPair } from './checked-pair.js';
import type { MessageParams, Remark } from './finding.js';

type EndClass = 'stop' | 'question' | 'exclamation' | 'colon' | 'ellipsis' | 'pause' | 'none';

interface EndMark {
  readonly sort: EndClass;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What may follow the mark that ends a sentence. */
const TAIL = /["'“”‘’«»‹›)\]}\s\u200B-\u200D\u2060\uFEFF\uFFFC*†‡]/;
const SIGNS = /[.។៕៚៘…?!？！:៖;,،។/‼⁇⁈⁉ៗ]/;
/** How a stop is written. */
const stops: Readonly<Record<Language, string>> = { vi: '.', en: '.', km: '។' };

function endOf(text: string): EndMark {
  let end = text.length;
  while (end > 0 && TAIL.test(text[end - 1] ?? '')) end -= 1;
  let start = end;
  while (start > 0 && end - start < 12 && SIGNS.test(text[start - 1] ?? '')) start -= 1;
  const mark = text.slice(start, end);
  return { sort: sortOf(mark), start, end, text: mark };
}

function sortOf(mark: string): EndClass {
  if (/[?？⁇⁈⁉]/.test(mark)) return 'question';
  if (/[!！‼]/.test(mark)) return 'exclamation';
  if (/[។៕៚៘]|\.\/\.?$/.test(mark)) return 'stop';
  if (/…|\.{2,}$/.test(mark)) return 'ellipsis';
  if (mark.endsWith('.')) return 'stop';
  if (/[:៖]$/.test(mark)) return 'colon';
  if (/[;,]$/.test(mark)) return 'pause';
  return 'none';
}

/** Marks that a good translation may exchange. */
const alike = (one: EndClass, other: EndClass, languages: readonly Language[]): boolean =>
  [one, other].every((sort) => sort === 'stop' || sort === 'exclamation' || sort === 'ellipsis') ||
  (languages.includes('km') &&
    [one, other].every((sort) => sort === 'stop' || sort === 'question'));

/** The mark at the end is of the same class on both sides: `. ។ ៕ ./.` are one, `: ៖` another. */
export function checkEndMark({ from, to, sourceLanguage, targetLanguage }: CheckedPair): Remark[] {
  if (!/[\p{L}\p{N}]/u.test(to.text)) return [];
  const source = endOf(from.text);
  const target = endOf(to.text);
  if (source.sort === target.sort) return [];
  const said = (key: string, params: MessageParams, doubtful = false): Remark => ({
    check: 'end_mark',
    side: 'target',
    start: target.start,
    end: target.end,
    key,
    params,
    ...(doubtful ? { doubtful } : {}),
  });
  if (target.sort === 'none') {
    if (source.sort === 'pause') return [];
    const text =
      source.sort === 'stop'
        ? stopFor(source, targetLanguage)
        : (sameSign(source, targetLanguage) ?? '');
    const remark = said('missing', { sign: source.text });
    const at = target.end;
    return [text === '' ? remark : { ...remark, fix: { start: at, end: at, text } }];
  }
  if (source.sort === 'none') {
    if (target.sort === 'pause') return [];
    const remark = said('invented', { sign: target.text });
    const { start, end } = target;
    // Another mark may stand behind the one that would go.
    const bare = endOf(to.text.slice(0, start) + to.text.slice(end)).sort === 'none';
    return [bare ? { ...remark, fix: { start, end, text: '' } } : remark];
  }
  const doubtful = alike(source.sort, target.sort, [sourceLanguage, targetLanguage]);
  return [said('changed', { source: source.text, target: target.text }, doubtful)];
}

/** `./.` ends an official Vietnamese text, as ៕ ends a Khmer one. */
function stopFor(source: EndMark, language: Language): string {
  const closes = /\/|៕/.test(source.text);
  if (!closes) return stops[language];
  return { vi: './.', en: '.', km: '៕' }[language];
}

function sameSign({ sort }: EndMark, language: Language): string | null {
  switch (sort) {
    case 'question':
      return '?';
    case 'exclamation':
      return '!';
    case 'ellipsis':
      return '...';
    case 'colon':
      return language === 'km' ? '៖' : ':';
    default:
      return null;
  }
}
