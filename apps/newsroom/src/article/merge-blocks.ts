import type { Block } from '@desk/contracts';

/** A stretch of two texts: the same in both, or what each says instead. */
export type Hunk =
  | { readonly kind: 'same'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'differs';
      readonly mine: readonly Block[];
      readonly theirs: readonly Block[];
    };

/**
 * Two bodies side by side, block by block (longest common subsequence). Very long texts that
 * have little in common are one difference: `MOST` bounds the table.
 */
export function sideBySide(mine: readonly Block[], theirs: readonly Block[]): Hunk[] {
  if (mine.length * theirs.length > MOST) return [{ kind: 'differs', mine, theirs }];
  const [a, b] = [
    mine.map((block) => JSON.stringify(block)),
    theirs.map((block) => JSON.stringify(block)),
  ];
  const common = lengths(a, b);
  const hunks: Hunk[] = [];
  let pending: { mine: Block[]; theirs: Block[] } = { mine: [], theirs: [] };
  let same: Block[] = [];
  const endSame = (): void => {
    if (same.length > 0) hunks.push({ kind: 'same', blocks: same });
    same = [];
  };
  const endPending = (): void => {
    if (pending.mine.length + pending.theirs.length > 0)
      hunks.push({ kind: 'differs', ...pending });
    pending = { mine: [], theirs: [] };
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [mine[i], theirs[j]];
    if (one && other && a[i] === b[j]) {
      endPending();
      same.push(one);
      i += 1;
      j += 1;
    } else if (one && (!other || at(common, i + 1, j) >= at(common, i, j + 1))) {
      endSame();
      pending.mine.push(one);
      i += 1;
    } else if (other) {
      endSame();
      pending.theirs.push(other);
      j += 1;
    }
  }
  endSame();
  endPending();
  return hunks;
}

const MOST = 4_000_000;

const at = (table: readonly (readonly number[])[], i: number, j: number): number =>
  table[i]?.[j] ?? 0;

/** How much two lists have in common from each pair of places on. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table: number[][] = Array.from({ length: a.length + 1 }, () => []);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = table[i] ?? [];
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] =
        a[i] === b[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at([row], 0, j + 1));
    }
  }
  return table;
}

export type Choice = 'mine' | 'theirs' | 'both';

/** The text that comes of a choice for each difference, in order. */
export function chosenBlocks(hunks: readonly Hunk[], choices: readonly Choice[]): Block[] {
  let number = 0;
  return hunks.flatMap((hunk) => {
    if (hunk.kind === 'same') return hunk.blocks;
    const choice = choices[number] ?? 'mine';
    number += 1;
    if (choice === 'both') return [...hunk.mine, ...hunk.theirs];
    return choice === 'mine' ? hunk.mine : hunk.theirs;
  });
}

/**
 * Which side of a difference is likely meant, by the text that both began with: the side that
 * was changed. Null when both were: a person has to choose.
 */
export function likelyChoice(
  { mine, theirs }: Extract<Hunk, { kind: 'differs' }>,
  base: readonly Block[],
): Choice | null {
  const known = new Set(base.map((block) => JSON.stringify(block)));
  const isOld = (block: Block): boolean => known.has(JSON.stringify(block));
  const mineChanged = mine.some((block) => !isOld(block)) || theirs.some(isOld);
  const theirsChanged = theirs.some((block) => !isOld(block)) || mine.some(isOld);
  if (mineChanged === theirsChanged) return null;
  return mineChanged ? 'mine' : 'theirs';
}
