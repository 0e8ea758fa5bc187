import type { Footnote } from '@desk/contracts';
import type { Language } from '@desk/languages';

export interface HtmlOptions {
  /** The language of the words that are added: the names of the footnotes' links. */
  readonly language: Language;
  /** Begins every id, for two bodies on one page. */
  readonly idPrefix?: string;
}

/** One rendering: its options, and the footnotes met so far in reading order. */
export interface Rendering extends HtmlOptions {
  readonly notes: Footnote[];
}
