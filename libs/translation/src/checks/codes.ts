import { checkCodes as codeProblems } from '../segments/check-codes.js';
import type { CheckedPair } from './checked-pair.js';
import type { CheckName, Finding } from './finding.js';

/**
 * Marks, links and footnotes whole, as `checkCodes` has it. Speaks of the written form, where codes
 * are to be seen. A code that does not belong there can be taken away.
 */
export function codeFindings({ source, target }: CheckedPair): Omit<Finding, 'severity'>[] {
  const check: CheckName = 'codes';
  return codeProblems(source, target).map(({ fault, code }) => {
    const message = { key: `checks:codes.${fault}`, params: { code } };
    const missing = fault === 'missing';
    const text = missing ? source : target;
    const at = fault === 'repeated' ? text.lastIndexOf(code) : text.indexOf(code);
    const [start, end] = at < 0 ? [0, 0] : [at, at + code.length];
    const fix = fault === 'invented' || fault === 'repeated' ? { start, end, text: '' } : undefined;
    return {
      check,
      side: missing ? ('source' as const) : ('target' as const),
      start,
      end,
      message,
      ...(fix ? { fix } : {}),
    };
  });
}
