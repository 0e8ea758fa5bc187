import { diffArrays } from 'diff';
import { writtenTokens, type WrittenToken } from './written-tokens.js';

/** A run of text that stands in both sources, only in the new one, or only in the unit's. */
export interface Run {
  readonly kind: 'equal' | 'insert' | 'delete';
  readonly text: string;
}

/** Beyond so many changed words the two are shown one after the other. */
const MOST_CHANGES = 400;

/**
 * What has to change for the unit's source to become the new one. Equal and inserted runs joined
 * are the new source; equal and deleted ones the unit's, but for case, tone places and the like.
 */
export function difference(source: string, unitSource: string): Run[] {
  const runs: Run[] = [];
  for (const { kind, tokens } of changes(writtenTokens(unitSource), writtenTokens(source))) {
    const text = tokens.map((token) => token.text).join('');
    if (text !== '') runs.push({ kind, text });
  }
  return runs;
}

export interface Change {
  readonly kind: Run['kind'];
  readonly tokens: readonly WrittenToken[];
  /** The unit's tokens of an equal run, which may be written in another way. */
  readonly old: readonly WrittenToken[];
}

/** The changes from the old tokens to the new ones. */
export function changes(
  old: readonly WrittenToken[],
  fresh: readonly WrittenToken[],
  same = (one: WrittenToken, other: WrittenToken): boolean => one.key === other.key,
): Change[] {
  const parts = diffArrays([...old], [...fresh], {
    comparator: same,
    maxEditLength: MOST_CHANGES,
  });
  if (parts === undefined) {
    return [
      { kind: 'delete', tokens: old, old: [] },
      { kind: 'insert', tokens: fresh, old: [] },
    ];
  }
  let [oldAt, freshAt] = [0, 0];
  return parts.map(({ added, removed, count }) => {
    const [oldFrom, freshFrom] = [oldAt, freshAt];
    if (!added) oldAt += count;
    if (!removed) freshAt += count;
    const before = old.slice(oldFrom, oldAt);
    if (removed) return { kind: 'delete', tokens: before, old: [] };
    const tokens = fresh.slice(freshFrom, freshAt);
    return added ? { kind: 'insert', tokens, old: [] } : { kind: 'equal', tokens, old: before };
  });
}
