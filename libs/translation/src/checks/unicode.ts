import type { CheckedPair } from './checked-pair.js';
import type { Finding, Remark } from './finding.js';
import { spansOf } from './spans.js';

const CONTROL =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Characters that no person typed: what could not be read, and controls. */
export function checkUnicode({ to }: CheckedPair): Remark[] {
  const { text } = to;
  const say =
    (key: string, fix: string | null) =>
    ({ start, end }: { start: number; end: number }): Remark => ({
      check: 'unicode',
      side: 'target',
      start,
      end,
      key,
      ...(fix !== null && to.asWritten(start, end) ? { fix: { start, end, text: fix } } : {}),
    });
  return [
    ...spansOf(text, /\uFFFD+/g).map(say('unreadable', null)),
    ...spansOf(text, CONTROL).map(say('control', '')),
  ];
}

/** Letters and their signs taken apart, in the written form, which can be put together at once. */
export function compositionFindings({ target }: CheckedPair): Omit<Finding, 'severity'>[] {
  const text = target.normalize('NFC');
  if (text === target) return [];
  return [
    {
      check: 'unicode',
      side: 'target',
      start: 0,
      end: target.length,
      message: { key: 'checks:unicode.not_composed', params: {} },
      fix: { start: 0, end: target.length, text },
    },
  ];
}
