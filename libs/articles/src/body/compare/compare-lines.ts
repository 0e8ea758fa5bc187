import type { InlineChange, LineChange } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { alignLines } from './align.js';
import { compareTexts } from './compare-texts.js';
import type { Line, Run } from './lines.js';

/** Lines of two blocks, matched in order; of equal lines the parts are given too. */
export function compareLines(
  before: readonly Line[],
  after: readonly Line[],
  language: Language,
): LineChange[] {
  const changes: LineChange[] = [];
  let b = 0;
  const addUpTo = (end: number) => {
    for (; b < end; b += 1) changes.push(whole('added', b, after[b]));
  };
  const matched = alignLines(before, after);
  for (const [a, line] of before.entries()) {
    const pair = matched[a];
    if (pair === undefined) {
      changes.push(whole('removed', a, line));
      continue;
    }
    addUpTo(pair);
    b = pair + 1;
    const other = after[pair];
    if (other === undefined) continue;
    const parts = compareInlines(line, other, language);
    const same = parts.every((part) => part.op === 'same');
    changes.push({ op: same ? 'same' : 'changed', at: pair, parts });
  }
  addUpTo(after.length);
  return changes;
}

function whole(op: 'added' | 'removed', at: number, line: Line | undefined): LineChange {
  const text = line?.text ?? '';
  const parts = text === '' ? [] : styled({ op, text }, reader(line?.runs ?? []));
  return { op, at, parts };
}

/** Compares words first, then lays each side's marks over them. */
export function compareInlines(before: Line, after: Line, language: Language): InlineChange[] {
  const old = reader(before.runs);
  const now = reader(after.runs);
  return compareTexts(before.text, after.text, language).flatMap(({ op, text }) => {
    if (op === 'removed') return styled({ op, text }, old);
    if (op === 'added') return styled({ op, text }, now);
    return kept(text, old, now);
  });
}

interface RunReader {
  /** How much of the next `length` characters has one style. */
  ahead(length: number): number;
  take(length: number): Run | undefined;
}

function reader(runs: readonly Run[]): RunReader {
  let index = 0;
  let at = 0;
  const settle = () => {
    while ((runs[index]?.end ?? Infinity) <= at) index += 1;
  };
  return {
    ahead: (length) => {
      settle();
      return Math.min(length, (runs[index]?.end ?? Infinity) - at);
    },
    take: (length) => {
      settle();
      at += length;
      return runs[index];
    },
  };
}

function styled({ op, text }: { op: 'added' | 'removed'; text: string }, side: RunReader) {
  const out: InlineChange[] = [];
  for (let from = 0; from < text.length;) {
    const length = side.ahead(text.length - from);
    out.push({ op, text: text.slice(from, from + length), ...side.take(length)?.style });
    from += length;
  }
  return out;
}

function kept(text: string, old: RunReader, now: RunReader): InlineChange[] {
  const out: InlineChange[] = [];
  for (let from = 0; from < text.length;) {
    const length = Math.min(old.ahead(text.length - from), now.ahead(text.length - from));
    const part = text.slice(from, from + length);
    const was = old.take(length);
    const is = now.take(length);
    const same = was?.key === is?.key;
    const before = same ? {} : { before: { ...was?.style } };
    out.push({ op: same ? 'same' : 'restyled', text: part, ...is?.style, ...before });
    from += length;
  }
  return out;
}
