import type { TaskKind } from '@desk/contracts';
import type { About } from '@desk/people';

/** What the rules must know of what a fact is about, as it is when people are told. */
export interface Situation {
  /** The edition's section and languages, and who wrote it; null: not about an article. */
  readonly about: About | null;
  /** Whether the section asks for a language review before the approvers sign. */
  readonly languageReview: boolean;
  readonly task: SituationTask | null;
  /** The account itself that the fact is about. */
  readonly ownAccountId: string | null;
  /** Who made the proposal for the glossary. */
  readonly proposerId: string | null;
  /** Who signed the revision. */
  readonly signed: readonly string[];
  /** Who wrote in the comment's thread. */
  readonly thread: readonly string[];
  readonly followsArticle: readonly string[];
  readonly followsSection: readonly string[];
}

export interface SituationTask {
  readonly kind: TaskKind;
  /** Who has it, lost it, or is given it; null: it waits for whoever may do it. */
  readonly assigneeId: string | null;
  readonly about: About;
}

export const emptySituation: Situation = {
  about: null,
  languageReview: false,
  task: null,
  ownAccountId: null,
  proposerId: null,
  signed: [],
  thread: [],
  followsArticle: [],
  followsSection: [],
};
