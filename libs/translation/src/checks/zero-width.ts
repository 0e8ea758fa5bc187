import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';
import { type Span, spansOf } from './spans.js';

/**
 * Zero-width spaces part Khmer words and have no business elsewhere: inside a syllable they break
 * it, beside a space or at an end they do nothing.
 */
export function checkZeroWidth({ to, targetLanguage }: CheckedPair): Remark[] {
  const say = ({ start, end }: Span, key: string, doubtful: boolean, text = ''): Remark => ({
    check: 'zero_width',
    side: 'target',
    start,
    end,
    key,
    ...(doubtful ? { doubtful } : {}),
    ...(to.asWritten(start, end) ? { fix: { start, end, text } } : {}),
  });
  if (targetLanguage !== 'km') {
    return spansOf(to.text, /[\u200B-\u200D\u2060\uFEFF]+/g).map((run) =>
      say(run, 'not_khmer', false),
    );
  }
  const spaces = spansOf(to.text, /\u200B+/g).flatMap((run): Remark[] => {
    const before = to.text[run.start - 1] ?? ' ';
    const after = to.text[run.end] ?? ' ';
    if (before === '\u17D2' || /[\u17B6-\u17D3\u17DD]/.test(after)) {
      return [say(run, 'in_syllable', false)];
    }
    if (/\s/.test(before) || /\s/.test(after)) return [say(run, 'useless', true)];
    return run.text.length > 1 ? [say(run, 'doubled', true, '\u200B')] : [];
  });
  const others = spansOf(to.text, /[\u2060\uFEFF]+/g).map((run) => say(run, 'stray', false));
  return [...spaces, ...others];
}
