import type { Figure } from '../bench/figures.js';

/** A share against the least or the most that it may be. */
export function share(
  what: string,
  [hits, all]: readonly [number, number],
  goal: { readonly least: number } | { readonly most: number },
): Figure {
  const found = all === 0 ? 0 : hits / all;
  const least = 'least' in goal;
  const held = all > 0 && (least ? found >= goal.least : found <= goal.most);
  const bound = percent('least' in goal ? goal.least : goal.most);
  return {
    what,
    measured: percent(found),
    baseline: `${hits} of ${all}`,
    ratio: '',
    goal: `at ${least ? 'least' : 'most'} ${bound} ${held ? '✓' : '✗'}`,
  };
}

export const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
