import type { Language } from '@desk/languages';
import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';
import { type Span, spansOf } from './spans.js';

/** English words that good sentences double now and then. */
const doubledInEnglish = new Set(['that', 'had', 'very', 'so', 'no', 'ha', 'bye', 'is', 'long']);
/** Vietnamese doubles words to say more or less of something (xa xa, ngày ngày); not these. */
const singleInVietnamese = new Set(
  (
    'và của là các những được trong cho với để một này đó tại từ đến về ra vào trên dưới bị sẽ đã ' +
    'đang cũng như theo khi nếu nhưng hoặc hay mà thì do bởi vì rằng người việc tỉnh huyện xã năm ' +
    'tháng không có phải ở cùng giữa sau trước ông bà'
  ).split(' '),
);
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;

/** A word typed twice. What the source doubles may be doubled; Khmer repeats with ៗ. */
export function checkRepeatedWords({ from, to, targetLanguage }: CheckedPair): Remark[] {
  const words = spansOf(to.text, WORD);
  const allowed = new Set(
    doublesIn(from.text, spansOf(from.text, WORD)).map(([, { text }]) => text.toLowerCase()),
  );
  return doublesIn(to.text, words).flatMap(([first, second]): Remark[] => {
    const word = second.text.toLowerCase();
    if (allowed.has(word)) return [];
    const fix = { start: first.end, end: second.end, text: '' };
    return [
      {
        check: 'repeated_words',
        side: 'target',
        start: first.start,
        end: second.end,
        key: 'twice',
        params: { word: second.text },
        ...(isWrong(word, first, second, targetLanguage) ? {} : { doubtful: true }),
        ...(to.asWritten(fix.start, fix.end) ? { fix } : {}),
      },
    ];
  });
}

function doublesIn(text: string, words: readonly Span[]): [Span, Span][] {
  return words.flatMap((second, index): [Span, Span][] => {
    const first = words[index - 1];
    return first?.text.toLowerCase() === second.text.toLowerCase() &&
      !/\p{N}/u.test(first.text) &&
      /^[ \u00A0\u200B\n]+$/.test(text.slice(first.end, second.start))
      ? [[first, second]]
      : [];
  });
}

function isWrong(word: string, first: Span, second: Span, language: Language): boolean {
  // Names may be double: Duran Duran.
  if (/^\p{Lu}/u.test(first.text) && /^\p{Lu}/u.test(second.text)) return false;
  switch (language) {
    case 'en':
      return !doubledInEnglish.has(word);
    case 'vi':
      return singleInVietnamese.has(word);
    case 'km':
      return true;
  }
}
