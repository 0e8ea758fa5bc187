import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';
import { type Span, spansOf, unanswered } from './spans.js';

const TAG = /<\/?[a-z][a-z\d]{0,15}(?:\s[^<>]{0,300})?\/?>/gi;
const PLACEHOLDER = /\{\{?\w{1,40}\}?\}|%(?:\d\$)?[sd](?![\p{L}])/gu;

const markupIn = (text: string): Span[] =>
  [...spansOf(text, TAG), ...spansOf(text, PLACEHOLDER)].sort(
    (one, other) => one.start - other.start,
  );
const keyOf = ({ text }: Span): string => text.toLowerCase().replace(/\s+/g, ' ');

/** Tags and placeholders that a text is written with: all of the source's, and no others. */
export function checkMarkup({ from, to }: CheckedPair): Remark[] {
  const source = markupIn(from.text);
  const target = markupIn(to.text);
  const say =
    (side: 'source' | 'target', key: string) =>
    ({ start, end, text }: Span): Remark => ({
      check: 'markup',
      side,
      start,
      end,
      key,
      params: { tag: text },
    });
  const amiss = [
    ...unanswered(source, target, keyOf).map(say('source', 'missing')),
    ...unanswered(target, source, keyOf).map(say('target', 'invented')),
  ];
  return amiss.length > 0 ? amiss : crossed(source, target).map(say('target', 'crossed'));
}

/** A closing tag in the translation that closes another one than the last, where none does in the source. */
function crossed(source: readonly Span[], target: readonly Span[]): Span[] {
  const faults = wrongCloses(target);
  return wrongCloses(source).length < faults.length ? faults : [];
}

function wrongCloses(tags: readonly Span[]): Span[] {
  const open: string[] = [];
  return tags.filter(({ text }) => {
    const name = /^<(\/?)([a-z\d]+)/i.exec(text);
    if (!name || text.endsWith('/>')) return false;
    if (name[1] === '') {
      open.push(name[2] ?? '');
      return false;
    }
    return open.pop()?.toLowerCase() !== name[2]?.toLowerCase();
  });
}
