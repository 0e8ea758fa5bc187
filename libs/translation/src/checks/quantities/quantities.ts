import type { Language } from '@desk/languages';
import { datesIn } from './dates.js';
import { blotted, foldDigits } from './fold-digits.js';
import type { Quantity } from './quantity.js';
import { spokenNumbers } from './spoken-numbers.js';
import { timesIn } from './times.js';
import { unitAt } from './units.js';
import { writtenNumbers } from './written-numbers.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** All dates, times and numbers of a text, but what stands in the spans (links, document numbers). */
export function quantitiesIn(
  text: string,
  language: Language,
  without: readonly Span[],
): Quantity[] {
  const folded = blotted(foldDigits(text), without);
  const dates = datesIn(folded);
  const dateless = blotted(folded, dates);
  const times = timesIn(dateless);
  const timeless = blotted(dateless, times);
  const numbers = writtenNumbers(timeless);
  const spoken = spokenNumbers(blotted(timeless, numbers), language);
  return [...dates, ...times, ...numbers, ...spoken].map((one) => {
    const written = {
      ...one,
      text: one.end > one.start ? text.slice(one.start, one.end) : one.text,
    };
    if (one.kind !== 'number' || one.certainty !== 'firm') return written;
    const unit = unitAt(folded, one.start, one.end);
    return unit === undefined ? written : { ...written, unit };
  });
}
