import type { Language } from '@desk/languages';
import { changes, type Change } from './difference.js';
import { saysSame } from './number-style.js';
import type { WrittenToken } from './written-tokens.js';

/** A number or a name that another one has taken the place of. */
export interface Exchange {
  readonly from: string;
  readonly to: string;
  readonly number: boolean;
}

/** What was exchanged, or null when more than numbers and names differ or it is not clear how. */
export function exchanges(
  old: readonly WrittenToken[],
  fresh: readonly WrittenToken[],
  language: Language,
): Exchange[] | null {
  const found: Exchange[] = [];
  const kept: string[] = [];
  for (const group of groupsOf(changes(old, fresh, alike))) {
    if (group.kind === 'name') {
      if (!isName(group.old) || !isName(group.fresh)) return null;
      found.push({ from: textOf(group.old), to: textOf(group.fresh), number: false });
      continue;
    }
    for (const { from, to } of numberChanges(group.old, group.fresh)) {
      if (from === to) kept.push(from);
      else found.push({ from, to, number: true });
    }
  }
  return onceEach(found, kept, language);
}

interface Group {
  readonly kind: 'equal' | 'name';
  readonly old: WrittenToken[];
  readonly fresh: WrittenToken[];
}

/** Changes next to each other, with the spaces between them, are one: a name of several words. */
function groupsOf(all: readonly Change[]): Group[] {
  const groups: Group[] = [];
  for (const [at, change] of all.entries()) {
    const last = groups.at(-1);
    const bridge = change.tokens.every((token) => token.kind === 'space') && at < all.length - 1;
    const kind = change.kind === 'equal' && !(bridge && last?.kind === 'name') ? 'equal' : 'name';
    const old =
      change.kind === 'insert' ? [] : change.kind === 'delete' ? change.tokens : change.old;
    const tokens = change.kind === 'delete' ? [] : change.tokens;
    if (last?.kind === kind) {
      last.old.push(...old);
      last.fresh.push(...tokens);
    } else groups.push({ kind, old: [...old], fresh: [...tokens] });
  }
  return groups;
}

/** Dates, times and the like are several numbers; 1.000,5 is one. */
export const isRow = (number: string): boolean => /[:/-]/.test(number);

export const partsOfRow = (number: string): string[] =>
  isRow(number) ? number.split(/[.,:/-]/) : [number];

/** Any two numbers of one form are alike: 09/5/2013 and 10/6/2014, 12 and 1.500. */
const alike = (one: WrittenToken, other: WrittenToken): boolean =>
  one.kind === 'number' && other.kind === 'number'
    ? formOf(one.key) === formOf(other.key)
    : one.key === other.key;

const formOf = (number: string): string => (isRow(number) ? number.replace(/\d+/g, '0') : '0');

const numberChanges = (
  old: readonly WrittenToken[],
  fresh: readonly WrittenToken[],
): { from: string; to: string }[] =>
  fresh.flatMap((token, at) => {
    const before = old[at];
    if (token.kind !== 'number' || !before) return [];
    const parts = partsOfRow(token.key);
    return partsOfRow(before.key).map((from, place) => ({ from, to: parts[place] ?? '' }));
  });

/** The same exchange once; null when one thing became two, or also stayed. */
function onceEach(
  found: readonly Exchange[],
  kept: readonly string[],
  language: Language,
): Exchange[] | null {
  const once: Exchange[] = [];
  for (const one of found) {
    const same = (other: string): boolean =>
      one.number ? saysSame(one.from, language, other, language) : one.from === other;
    if (one.number && kept.some(same)) return null;
    const before = once.find((other) => other.number === one.number && same(other.from));
    if (!before) once.push(one);
    else if (before.to !== one.to) return null;
  }
  return once;
}

/** Words with capitals, and the spaces between them. */
const isName = (tokens: readonly WrittenToken[]): boolean =>
  tokens.some((token) => token.kind === 'word') &&
  tokens.every(({ kind, text }) => kind === 'space' || (kind === 'word' && /^\p{Lu}/u.test(text)));

const textOf = (tokens: readonly WrittenToken[]): string =>
  tokens.map((token) => token.text).join('');
