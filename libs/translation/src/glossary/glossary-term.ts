import { termStatuses, type TermStatus } from '@desk/contracts';
import type { Language } from '@desk/languages';

export { termStatuses, type TermStatus };

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
