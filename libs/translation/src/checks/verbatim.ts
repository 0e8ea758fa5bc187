import type { CheckName, Remark } from './finding.js';
import { type Span, unanswered } from './spans.js';

/**
 * What must stand in the translation as it stands in the source. One that is wrong and one that is
 * missing are taken for the same, and the right one is offered.
 */
export function verbatim(
  check: CheckName,
  source: readonly Span[],
  target: readonly Span[],
  keyOf: (text: string) => string = (text) => text,
): Remark[] {
  const key = ({ text }: Span) => keyOf(text);
  const missing = unanswered(source, target, key);
  const invented = unanswered(target, source, key);
  const [lost] = missing;
  const [found] = invented;
  if (lost && found && missing.length === 1 && invented.length === 1) {
    const { start, end } = found;
    return [
      {
        check,
        side: 'target',
        start,
        end,
        key: 'changed',
        params: { source: lost.text, target: found.text },
        fix: { start, end, text: lost.text },
      },
    ];
  }
  const say =
    (side: 'source' | 'target', name: string) =>
    (span: Span): Remark => ({
      check,
      side,
      start: span.start,
      end: span.end,
      key: name,
      params: { text: span.text },
    });
  return [...missing.map(say('source', 'missing')), ...invented.map(say('target', 'invented'))];
}
