import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';

const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '）': '（' };
const openers = new Set(Object.values(closers));

interface Bracket {
  readonly at: number;
  readonly sign: string;
}

/** Brackets without a partner, but the one of a list mark such as `a)` or `1)`. */
function lonely(text: string): Bracket[] {
  const open: Bracket[] = [];
  const alone: Bracket[] = [];
  for (const match of text.matchAll(/[()[\]{}（）]/g)) {
    const bracket = { at: match.index, sign: match[0] };
    if (openers.has(match[0])) open.push(bracket);
    else if (open.at(-1)?.sign === closers[match[0]]) open.pop();
    else if (
      !/(?:^|[\s\u200B])[\p{L}\p{N}]{1,2}$/u.test(
        text.slice(Math.max(0, match.index - 4), match.index),
      )
    ) {
      alone.push(bracket);
    }
  }
  return [...open, ...alone].sort((one, other) => one.at - other.at);
}

/** A bracket is closed in the translation, unless the source leaves it open as well. */
export function checkBrackets({ from, to }: CheckedPair): Remark[] {
  const inSource = lonely(from.text);
  const alone = lonely(to.text);
  const left = alone.slice(Math.min(inSource.length, alone.length));
  const remarks = left.map(({ at, sign }): Remark => ({
    check: 'brackets',
    side: 'target',
    start: at,
    end: at + 1,
    key: openers.has(sign) ? 'unclosed' : 'unopened',
    params: { sign },
  }));
  if (remarks.length > 0 || alone.length > 0) return remarks;
  return dropped(from.text, to.text);
}

/** A translator may say what stood in brackets without them. */
function dropped(source: string, target: string): Remark[] {
  const count = (text: string) => (text.match(/[([{（]/g) ?? []).length;
  if (count(source) <= count(target)) return [];
  const at = source.search(/[([{（]/);
  return [
    { check: 'brackets', side: 'source', start: at, end: at + 1, key: 'dropped', doubtful: true },
  ];
}
