import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';
import { foldDigits } from './quantities/fold-digits.js';
import { type Span, spansOf } from './spans.js';
import { verbatim } from './verbatim.js';

/** `23/KH-UBND`, `42/2022/NĐ-CP`, `05-NQ/TU`: a number, then who issued what, in capitals. */
const NUMBER =
  /(?<![\d\p{L}/-])\d{1,6}(?:\/\d{4})?(?:\/\p{Lu}[\p{Lu}\d]*(?:[-/&]\p{Lu}[\p{Lu}\d]*)*|-\p{Lu}[\p{Lu}\d]*\/\p{Lu}[\p{Lu}\d]*(?:[-/&]\p{Lu}[\p{Lu}\d]*)*)/gu;

export function documentNumbersIn(text: string): Span[] {
  return spansOf(foldDigits(text), NUMBER).map((span) => ({
    ...span,
    text: text.slice(span.start, span.end),
  }));
}

/** Numbers of documents are names: letter by letter the same, digits of either script. */
export function checkDocumentNumbers({ from, to }: CheckedPair): Remark[] {
  return verbatim(
    'document_numbers',
    documentNumbersIn(from.text),
    documentNumbersIn(to.text),
    foldDigits,
  );
}
