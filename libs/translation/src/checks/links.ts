import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';
import { type Span, spansOf } from './spans.js';
import { verbatim } from './verbatim.js';

const LINK = /(?<![\p{L}\d@.])(?:https?:\/\/|www\.)[^\s\u200B\uFFFC<>"“”«»\u1780-\u17FF]+/giu;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+/gi;

/** Addresses of pages and people, without the punctuation that follows them. */
export function linksIn(text: string): Span[] {
  return [...spansOf(text, LINK), ...spansOf(text, EMAIL)]
    .map(withoutEnd)
    .sort((one, other) => one.start - other.start)
    .filter((span, index, all) => span.start >= (all[index - 1]?.end ?? 0));
}

function withoutEnd(span: Span): Span {
  let end = span.text.length;
  while (end > 0 && /[.,;:!?'’)\]}។៕]/.test(span.text[end - 1] ?? '')) {
    if (span.text[end - 1] === ')' && span.text.slice(0, end).includes('(')) break;
    end -= 1;
  }
  return { start: span.start, end: span.start + end, text: span.text.slice(0, end) };
}

export const checkLinks = ({ from, to }: CheckedPair): Remark[] =>
  verbatim('links', linksIn(from.text), linksIn(to.text));
