/** How far a unit is. `reviewed`: a second person agreed. */
export type ExchangeState = 'untranslated' | 'draft' | 'confirmed' | 'reviewed';

export const codeKinds = ['bold', 'italic', 'link', 'break', 'footnote', 'other'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** What a placeholder of a text stands for, as far as a translation tool needs to know. */
export interface ExchangeInline {
  readonly id: number;
  readonly kind: CodeKind;
  /** The mark-up as a person would know it: `<a href="…">`, and `</a>`; '' when not known. */
  readonly start: string;
  readonly end: string;
}

export interface ExchangeNote {
  readonly text: string;
  /** Who says it, or what it is about; '' when not known. */
  readonly from: string;
}

/** A translation that might do. `context`: the sentences around it were the same too. */
export interface ExchangeMatch {
  readonly source: string;
  readonly target: string;
  readonly score: number;
  readonly kind: 'context' | 'memory' | 'machine';
  readonly origin: string;
}

export type TermStatus = 'preferred' | 'admitted' | 'forbidden';

/** A term of the glossary that stands in the source. */
export interface ExchangeTerm {
  readonly source: string;
  readonly translations: readonly { readonly text: string; readonly status: TermStatus }[];
  readonly definition: string;
}

/** A sentence with its translation. Texts are in the written form of segments (code-text.ts). */
export interface ExchangeUnit {
  readonly id: string;
  /** How often the segment had been saved when the file was written; null in others' files. */
  readonly version: number | null;
  /** What it is in its article (`title`, `paragraph`); '' in others' files. */
  readonly kind: string;
  readonly source: string;
  /** '' when untranslated. */
  readonly target: string;
  readonly state: ExchangeState;
  /** False: the file says that it stays as it is. */
  readonly translatable: boolean;
  readonly codes: readonly ExchangeInline[];
  readonly notes: readonly ExchangeNote[];
  readonly matches: readonly ExchangeMatch[];
  readonly terms: readonly ExchangeTerm[];
}

/** What one file of a translation tool holds. */
export interface ExchangeFile {
  /** The edition in our files, the name of the original in others'. */
  readonly original: string;
  /** The source revision in our files, '' in others'. */
  readonly revision: string;
  readonly sourceLanguage: string;
  /** '' when the file does not say. */
  readonly targetLanguage: string;
  readonly units: readonly ExchangeUnit[];
}

/** A unit as it was read, and where. */
export interface ReadUnit extends ExchangeUnit {
  readonly line: number;
}
