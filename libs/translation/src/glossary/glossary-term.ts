import type { Language } from '@desk/languages';

export const termStatuses = ['preferred', 'admitted', 'forbidden'] as const;
export type TermStatus = (typeof termStatuses)[number];

/** One way to say a concept in one language, as the finder needs it. */
export interface GlossaryTerm {
  readonly conceptId: string;
  readonly language: Language;
  readonly term: string;
  readonly status: TermStatus;
}

/** A term where it stands in a text; places count UTF-16 units of the plain text. */
export interface TermHit extends GlossaryTerm {
  readonly start: number;
  readonly end: number;
}
