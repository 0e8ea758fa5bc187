import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';

/** Double quotation marks of any style; single ones cannot be told from apostrophes. */
const MARKS = /["“”„‟«»〝〞]|''|``|‘‘|’’/g;

const marksIn = (text: string) => [...text.matchAll(MARKS)];

/**
 * Quotation marks come in pairs, of whatever style. A sentence from inside a longer quotation has
 * an odd number in the source, and then may have in the translation; where the source has none, the
 * translator may have begun or ended a longer quotation elsewhere.
 */
export function checkQuotes({ from, to }: CheckedPair): Remark[] {
  const source = marksIn(from.text);
  const target = marksIn(to.text);
  const last = target.at(-1);
  if (target.length % 2 === 1 && source.length % 2 === 0 && last) {
    const { at, sign } = lonely(target);
    return [
      {
        check: 'quotes',
        side: 'target',
        start: at,
        end: at + sign.length,
        key: 'unpaired',
        params: { sign },
        ...(source.length === 0 ? { doubtful: true } : {}),
      },
    ];
  }
  const [first] = source;
  if (target.length < source.length && first) {
    return [
      {
        check: 'quotes',
        side: 'source',
        start: first.index,
        end: first.index + first[0].length,
        key: 'dropped',
        params: { source: source.length, target: target.length },
        doubtful: true,
      },
    ];
  }
  return [];
}

/** The mark that finds no partner, as far as its form tells. */
function lonely(marks: readonly RegExpExecArray[]): { at: number; sign: string } {
  let open: RegExpExecArray | undefined;
  for (const mark of marks) {
    const opens = /[“„«〝]/.test(mark[0]);
    const closes = /[”»〞]/.test(mark[0]);
    if (opens && open) break;
    if (closes && !open) return { at: mark.index, sign: mark[0] };
    open = open ? undefined : mark;
  }
  const found = open ?? marks.at(-1);
  return { at: found?.index ?? 0, sign: found?.[0] ?? '' };
}
