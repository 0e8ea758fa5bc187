import type { EntityManager } from 'typeorm';
import type {
  ChangeSignificance,
  CommentAnchor,
  EditionAction,
  EditionState,
  Seat,
} from '@desk/contracts';
import type { Sql } from '@desk/database';
import type { ErrorFacts } from '@desk/errors';
import type { Person } from '@desk/people';
import type { Edition } from './edition.js';

/** Why an action is not open now: a code with its message in the `errors` namespace, and facts. */
export interface Hindrance {
  readonly code: string;
  readonly facts: ErrorFacts;
}

/** What was said with an action. Which of these must be there, the workflow's row tells. */
export interface Said {
  readonly comment?: string | undefined;
  /** The place of the revision that the comment is about; absent: the whole text. */
  readonly anchor?: CommentAnchor | undefined;
  readonly note?: string | undefined;
  readonly revisionHash?: string | undefined;
  readonly publishAt?: Date | undefined;
  readonly reason?: { vi: string; en: string; km: string } | undefined;
  /** Signs although the source has moved on (guarantee J: a sign-off must name it). */
  readonly acceptStale?: boolean | undefined;
  /** How the writer calls the change of a source that is submitted again. */
  readonly significance?: ChangeSignificance | undefined;
  /** The release that publishes; set by the publishing library. */
  readonly releaseId?: string | undefined;
}

/** An action about to be done, or just done, to an edition by a person. */
export interface Move {
  readonly action: EditionAction;
  /** The edition as it was read at the start of the transaction. */
  readonly edition: Edition;
  /** Null: the system itself (a scheduled release). */
  readonly person: Person | null;
  readonly said: Said;
  readonly at: Date;
}

/**
 * What another library adds to actions of the workflow. Libraries that must not import each
 * other work together through these: review opens its round when an edition is submitted,
 * translation refuses the submission while segments are open, and so on. All parts of one
 * action run in its one transaction.
 */
export interface TransitionPart {
  readonly actions: readonly EditionAction[];
  /** What stands against the action now. Reads only; also asked to label buttons. */
  hindrance?(sql: Sql, move: Move): Promise<Hindrance | null>;
  /** Before the text is frozen: a translation puts its segments together here. */
  before?(tx: EntityManager, move: Move): Promise<void>;
  /** Which of several states of the row a sign-off leads to, and which seat it fills. */
  outcome?(tx: EntityManager, move: Move): Promise<{ to: EditionState; seat: Seat }>;
  /** After the state has moved and the fact is recorded. */
  after?(tx: EntityManager, move: Move & { readonly to: EditionState }): Promise<void>;
}
