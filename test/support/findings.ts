import { languages, type Language } from '@desk/languages';
import { checkSegment } from '../../libs/translation/src/checks/check-segment.js';
import type { SegmentPair } from '../../libs/translation/src/checks/checked-pair.js';
import type { CheckName } from '../../libs/translation/src/checks/finding.js';

/** `vi>km` and the like. */
export function pair(direction: string, source: string, target: string): SegmentPair {
  const [from, to] = direction.split('>');
  const language = (code: string | undefined): Language =>
    languages.find((one) => one === code) ?? 'vi';
  return { source, target, sourceLanguage: language(from), targetLanguage: language(to) };
}

/** What a check says: `key place fix`, with `~` before what is only a note. */
export const told = (check: CheckName, given: SegmentPair): string[] =>
  checkSegment(given)
    .filter((finding) => finding.check === check)
    .map(({ message, severity, side, start, end, fix }) => {
      const text = side === 'source' ? given.source : given.target;
      const key = message.key.replace(`checks:${check}.`, '');
      const right = fix
        ? ` → ${given.target.slice(0, fix.start)}${fix.text}${given.target.slice(fix.end)}`
        : '';
      return `${severity === 'note' ? '~' : ''}${key} ${text.slice(start, end)}${right}`;
    });
