import type { TextChange } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { diffArrays } from 'diff';
import { words } from './words.js';

/** Texts that differ in more words are shown as replaced: the cost is the square of this. */
const MOST_EDITS = 800;

/**
 * What changed between two texts, word by word. The parts `same` and `removed` joined are the
 * old text, `same` and `added` the new one; never two neighbours with one `op`; what was removed
 * stands before what was added in its place.
 */
export function compareTexts(before: string, after: string, language: Language): TextChange[] {
  if (before === after) return before === '' ? [] : [{ op: 'same', text: before }];
  const old = words(before, language);
  const now = words(after, language);
  const head = commonStart(old, now);
  const tail = commonEnd(old, now, head);
  const middle = changed(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return tidy([
    { op: 'same', text: now.slice(0, head).join('') },
    ...middle,
    { op: 'same', text: now.slice(now.length - tail).join('') },
  ]);
}

function changed(old: string[], now: string[]): TextChange[] {
  const parts = diffArrays(old, now, { maxEditLength: MOST_EDITS }) as
    { value: string[]; added?: boolean; removed?: boolean }[] | undefined;
  if (parts === undefined) {
    return [
      { op: 'removed', text: old.join('') },
      { op: 'added', text: now.join('') },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    op: added === true ? 'added' : removed === true ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** Joins neighbours; a space or a mark alone between two changes belongs to both of them. */
function tidy(parts: readonly TextChange[]): TextChange[] {
  const out: TextChange[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') out.push({ op: 'removed', text: removed });
    if (added !== '') out.push({ op: 'added', text: added });
    removed = added = '';
  };
  for (const [index, { op, text }] of parts.entries()) {
    if (text === '') continue;
    if (op === 'removed') removed += text;
    else if (op === 'added') added += text;
    else if (
      removed !== '' &&
      added !== '' &&
      !/[\p{L}\p{N}]/u.test(text) &&
      changesAgain(parts, index)
    ) {
      removed += text;
      added += text;
    } else {
      flush();
      const last = out.at(-1);
      if (last?.op === 'same') last.text += text;
      else out.push({ op, text });
    }
  }
  flush();
  return out;
}

/** Whether both a removal and an addition follow: then the gap joins two replacements. */
function changesAgain(parts: readonly TextChange[], index: number): boolean {
  const next = parts
    .slice(index + 1, index + 3)
    .map((part) => (part.text === '' ? 'same' : part.op));
  return next.includes('removed') && next.includes('added');
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}

function commonEnd(a: readonly string[], b: readonly string[], head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let n = 0;
  while (n < most && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1;
  return n;
}
