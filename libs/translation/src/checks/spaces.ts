import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';
import { spansOf } from './spans.js';

const BLANK = ' \\t\\n\\r\\u00A0\\u2000-\\u200A\\u202F\\u3000';
/** Begins after something visible, so that a long run is read once. */
const DOUBLED = new RegExp(`(?<=[^${BLANK}])[${BLANK}]{2,}(?=[^${BLANK}])`, 'gu');
const BEFORE_MARK = /(?<=\S)[ \u00A0](?=[,.;:!?](?:\s|$))/gu;
const EDGE = /[\s\u200B]/;

/** Doubled spaces, spaces at the ends and before punctuation; Khmer puts them before ។ as it likes. */
export function checkSpaces({ from, to, targetLanguage }: CheckedPair): Remark[] {
  const { text } = to;
  if (!/\S/.test(text)) return [];
  const say = (key: string, start: number, end: number, text: string): Remark => ({
    check: 'spaces',
    side: 'target',
    start,
    end,
    key,
    // A fix never takes a code away with the space.
    ...(to.asWritten(start, end) ? { fix: { start, end, text } } : {}),
  });
  const ours = edges(text);
  const theirs = edges(from.text);
  const marked = targetLanguage === 'km' ? [] : spansOf(text, BEFORE_MARK);
  return [
    ...spansOf(text, DOUBLED).map(({ start, end }) => say('doubled', start, end, ' ')),
    ...(ours.first > 0 && theirs.first === 0 ? [say('edge', 0, ours.first, '')] : []),
    ...(ours.last < text.length && theirs.last === from.text.length
      ? [say('edge', ours.last, text.length, '')]
      : []),
    ...marked.map(({ start, end }) => ({ ...say('before_mark', start, end, ''), doubtful: true })),
  ];
}

/** Where the text begins and ends without the spaces around it. */
function edges(text: string): { first: number; last: number } {
  let first = 0;
  while (first < text.length && EDGE.test(text[first] ?? '')) first += 1;
  let last = text.length;
  while (last > first && EDGE.test(text[last - 1] ?? '')) last -= 1;
  return { first, last };
}
