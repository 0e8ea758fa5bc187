import { comparable } from '@desk/languages';
import { plainText } from './code-text.js';

/** A text's pairs of neighbouring UTF-16 units as numbers, sorted; works for every script. */
export type TextShape = Uint32Array;

const MAX_COMPARED = 2_000;

export function shapeOf(codeText: string): TextShape {
  const text = comparable(plainText(codeText)).slice(0, MAX_COMPARED);
  const pairs = new Uint32Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const next = index + 1 < text.length ? text.charCodeAt(index + 1) : 0;
    pairs[index] = text.charCodeAt(index) * 0x10000 + next;
  }
  return pairs.sort();
}

/** Dice's coefficient: 1 for the same text, 0 for texts with nothing in common. */
export function similarity(one: TextShape, other: TextShape): number {
  if (one.length === 0 || other.length === 0) return one.length === other.length ? 1 : 0;
  let shared = 0;
  for (let left = 0, right = 0; left < one.length && right < other.length;) {
    const difference = (one[left] ?? 0) - (other[right] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return (2 * shared) / (one.length + other.length);
}
