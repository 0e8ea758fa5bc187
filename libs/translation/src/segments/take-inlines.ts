import type { Inline } from '@desk/contracts';

/**
 * The first inlines whose plain form has this length, and the rest. `inside`: the rest begins
 * with what is left of a text that was cut.
 */
export function takeInlines(
  inlines: readonly Inline[],
  length: number,
): { taken: Inline[]; rest: Inline[]; inside: boolean } {
  const taken: Inline[] = [];
  let left = length;
  for (const [index, inline] of inlines.entries()) {
    if (left === 0) return { taken, rest: inlines.slice(index), inside: false };
    if (inline.type !== 'text') {
      taken.push(inline);
      left -= 1;
      continue;
    }
    if (inline.text.length > left) {
      taken.push({ ...inline, text: inline.text.slice(0, left) });
      const rest = { ...inline, text: inline.text.slice(left) };
      return { taken, rest: [rest, ...inlines.slice(index + 1)], inside: true };
    }
    taken.push(inline);
    left -= inline.text.length;
  }
  return { taken, rest: [], inside: false };
}
