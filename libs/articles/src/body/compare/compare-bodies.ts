import type { Block, BlockChange, Body, BodyComparison } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { Comparable, align } from './align.js';
import { compareLines } from './compare-lines.js';
import { formChanges } from './form-changes.js';
import { linesOf } from './lines.js';

/**
 * What happened between two canonical bodies, block by block in reading order (what was removed
 * stands where it stood). A block that only moved has no lines and no form; one that moved and
 * changed has both. Costs little more than reading the bodies, also when all is different.
 */
export function compareBodies(before: Body, after: Body, language: Language): BodyComparison {
  const old = before.content;
  const now = after.content;
  const { pairs, moved } = align(old.map(comparable), now.map(comparable));
  const origin = new Map<number, number>();
  for (const [a, b] of [...pairs.entries(), ...moved]) if (b !== undefined) origin.set(b, a);

  const blocks: BlockChange[] = [];
  let next = 0;
  const removeUpTo = (end: number) => {
    for (; next < end; next += 1) {
      const block = old[next];
      const gone = pairs[next] === undefined && !moved.has(next);
      if (block !== undefined && gone) blocks.push({ kind: 'removed', before: next, block });
    }
  };
  for (const [b, block] of now.entries()) {
    const a = origin.get(b);
    const was = a === undefined ? undefined : old[a];
    if (a === undefined || was === undefined) {
      removeUpTo(nextPaired(pairs, next));
      blocks.push({ kind: 'added', after: b, block });
      continue;
    }
    if (pairs[a] === b) {
      removeUpTo(a);
      next = Math.max(next, a + 1);
    }
    blocks.push(changeOf(was, block, a, b, pairs[a] !== b, language));
  }
  removeUpTo(old.length);
  return { equal: blocks.every(({ kind }) => kind === 'kept'), counts: counted(blocks), blocks };
}

function changeOf(
  was: Block,
  block: Block,
  before: number,
  after: number,
  isMoved: boolean,
  language: Language,
): BlockChange {
  if (JSON.stringify(was) === JSON.stringify(block)) {
    if (!isMoved) return { kind: 'kept', before, after, block };
    return { kind: 'moved', before, after, block, lines: [], form: [] };
  }
  const lines = compareLines(linesOf(was), linesOf(block), language);
  const form = formChanges(was, block);
  return { kind: isMoved ? 'moved' : 'changed', before, after, block, lines, form };
}

/** Removed blocks come before added ones of the same gap: the gap ends at the next block that stayed. */
function nextPaired(pairs: readonly (number | undefined)[], from: number): number {
  let a = from;
  while (a < pairs.length && pairs[a] === undefined) a += 1;
  return a;
}

function comparable(block: Block): Comparable {
  const words = linesOf(block).map((line) => line.text);
  if (block.type === 'figure') words.push(block.attrs.src, block.attrs.alt);
  if (block.type === 'embed') words.push(block.attrs.href, block.attrs.title);
  return new Comparable(JSON.stringify(block), block.type, words.join('\n'));
}

function counted(blocks: readonly BlockChange[]): BodyComparison['counts'] {
  const counts = { kept: 0, added: 0, removed: 0, moved: 0, changed: 0 };
  for (const { kind } of blocks) counts[kind] += 1;
  return counts;
}
