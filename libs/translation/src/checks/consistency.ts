import { comparable } from '@desk/languages';
import { plainText } from '../segments/code-text.js';
import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';

/** The same source was translated otherwise elsewhere in the text. */
export function checkConsistency({ from, to, target, source, others = [] }: CheckedPair): Remark[] {
  const ours = comparable(to.text);
  const theirs = comparable(from.text);
  if (ours === '' || others.length === 0) return [];
  const other = others.find(
    (one) =>
      one.target !== '' &&
      comparable(plainText(one.source)) === theirs &&
      comparable(plainText(one.target)) !== ours,
  );
  if (!other) return [];
  // Without codes the other translation can be taken as it is.
  const plain = [source, target, other.target].every((text) => plainText(text) === text);
  return [
    {
      check: 'consistency',
      side: 'target',
      start: 0,
      end: to.text.length,
      key: 'otherwise',
      params: { other: plainText(other.target).slice(0, 200) },
      ...(plain ? { fix: { start: 0, end: to.text.length, text: other.target } } : {}),
    },
  ];
}
