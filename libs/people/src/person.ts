import type { Language } from '@desk/languages';
import type { Role } from '@desk/contracts';

/** One thing that a person may be: a role, within a section and languages. Null means every. */
export interface Grant {
  readonly role: Role;
  readonly sectionId: string | null;
  /** For translators: the language translated from. */
  readonly sourceLanguage: Language | null;
  /** For translators the language translated into; for reviewers and approvers theirs. */
  readonly language: Language | null;
}

/** Somebody who asks: signed in by a session, by a token, or spoken for by the system. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly grants: readonly Grant[];
  /** Null when signed in by session: all that the person may. A token may only these. */
  readonly scopes: readonly string[] | null;
}

/** What a permission is asked about. Absent facts do not narrow. */
export interface About {
  readonly sectionId: string;
  readonly language?: Language;
  readonly sourceLanguage?: Language;
  /** Who wrote or translated any of the text. */
  readonly contributors?: readonly string[];
}
