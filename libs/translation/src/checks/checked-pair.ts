import type { Language } from '@desk/languages';
import type { SegmentKind } from '../segments/segment.js';
import { type VisibleText, visibleText } from './visible-text.js';

/** A term that was found in a text: UTF-16 units of its plain text. */
export interface TermInText {
  readonly conceptId: string;
  readonly language: Language;
  readonly term: string;
  readonly status: 'preferred' | 'admitted' | 'forbidden';
  readonly start: number;
  readonly end: number;
}

/** The glossary's view of a pair. */
export interface PairTerms {
  readonly source: readonly TermInText[];
  readonly target: readonly TermInText[];
  /** The term to use in the target language, by concept; concepts without one are not asked for. */
  readonly preferred: Readonly<Record<string, string>>;
}

/** Another segment of the same text. */
export interface OtherSegment {
  readonly source: string;
  readonly target: string;
}

/** A sentence and its translation, both in the written form, with what is known around them. */
export interface SegmentPair {
  readonly source: string;
  readonly target: string;
  readonly sourceLanguage: Language;
  readonly targetLanguage: Language;
  readonly kind?: SegmentKind;
  readonly terms?: PairTerms;
  readonly others?: readonly OtherSegment[];
}

/** A pair with the texts as a reader sees them. */
export interface CheckedPair extends SegmentPair {
  readonly from: VisibleText;
  readonly to: VisibleText;
}

export const checkedPair = (pair: SegmentPair): CheckedPair => ({
  ...pair,
  from: visibleText(pair.source),
  to: visibleText(pair.target),
});
