import {
  checkCodes,
  codeInCodeText,
  codeTokens,
  plainText,
  textInCodeText,
} from './segments/index.js';
import type { StoredSegment } from './segment.js';

/**
 * What two translations are as one. Codes of the second follow those of the first; where that
 * does not fit the joined source (a mark went across both), its words stay and its codes go.
 */
export function joinedTarget(one: StoredSegment, other: StoredSegment, source: string): string {
  if (one.target === '' || other.target === '') return one.target + other.target;
  const gap = one.trailing === '' ? ' ' : one.trailing.replace(/\n/g, ' ');
  const whole = one.target + gap + renumbered(other.target, one.codes.length);
  if (checkCodes(source, whole).length === 0) return whole;
  return one.target + gap + textInCodeText(plainText(other.target));
}

const renumbered = (target: string, by: number): string =>
  codeTokens(target)
    .map((token) =>
      token.type === 'text'
        ? textInCodeText(token.text)
        : codeInCodeText(token.type, token.id + by),
    )
    .join('');
