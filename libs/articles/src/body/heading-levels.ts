import type { Block } from '@desk/contracts';

const levels = [2, 3, 4] as const;

/**
 * Headings as a page below an h1 may have them: each at most one level below the one before, so
 * that a reader who goes from heading to heading misses no level.
 */
export function withoutSkippedLevels(blocks: readonly Block[]): Block[] {
  let above = 1;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const level = levels.findLast((l) => l <= block.attrs.level && l <= above + 1) ?? 2;
    above = level;
    return level === block.attrs.level ? block : { ...block, attrs: { level } };
  });
}
