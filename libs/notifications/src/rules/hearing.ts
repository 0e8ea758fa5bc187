import type { EmailMode, InboxMode, NoticeKind, NoticeReason } from '@desk/contracts';

/** One row: who hears of a fact, in which order of reasons, and how unless they say otherwise. */
export interface Hearing {
  /** The first of these that fits a person is the reason that they are given. */
  readonly hears: readonly NoticeReason[];
  readonly inbox: InboxMode;
  readonly email: EmailMode;
  /**
   * Also whoever did it. Only for what is about one's own account: who did not do it
   * themselves must learn that somebody did.
   */
  readonly alsoSelf?: true;
  /** For the safety of the account: cannot be switched off. */
  readonly fixed?: true;
}

const readers: readonly NoticeReason[] = [
  'contributor',
  'managing_editor',
  'follows_article',
  'follows_section',
];

/**
 * What happened → who must know. Facts that are not here tell nobody. Never the one who did
 * it (but see `alsoSelf`), and only who may see what it is about.
 */
export const hearing = {
  /** By e-mail the task says it: its kind is on by default, this one is not. */
  'edition.submitted': { hears: ['next_to_sign'], inbox: 'immediate', email: 'off' },
  'edition.changes_requested': {
    hears: ['contributor', 'follows_article'],
    inbox: 'immediate',
    email: 'immediate',
  },
  'edition.signed_off': { hears: ['contributor'], inbox: 'immediate', email: 'digest' },
  'edition.approved': {
    hears: ['contributor', 'may_publish', 'follows_article'],
    inbox: 'immediate',
    email: 'digest',
  },
  'edition.recalled': { hears: ['signed', 'next_to_sign'], inbox: 'immediate', email: 'digest' },
  'edition.scheduled': {
    hears: ['contributor', 'managing_editor', 'follows_article'],
    inbox: 'immediate',
    email: 'digest',
  },
  'edition.unscheduled': {
    hears: ['contributor', 'managing_editor', 'follows_article'],
    inbox: 'immediate',
    email: 'digest',
  },
  'edition.published': { hears: readers, inbox: 'immediate', email: 'digest' },
  'edition.corrected': { hears: readers, inbox: 'immediate', email: 'digest' },
  'edition.withdrawn': { hears: readers, inbox: 'immediate', email: 'immediate' },
  'edition.restored': { hears: readers, inbox: 'immediate', email: 'digest' },
  'edition.archived': {
    hears: ['contributor', 'follows_article'],
    inbox: 'immediate',
    email: 'off',
  },
  'comment.added': {
    hears: ['thread', 'contributor', 'follows_article'],
    inbox: 'immediate',
    email: 'digest',
  },
  'comment.resolved': { hears: ['thread'], inbox: 'immediate', email: 'off' },
  'task.opened': { hears: ['assignee', 'may_do_task'], inbox: 'immediate', email: 'immediate' },
  'task.reassigned': { hears: ['assignee'], inbox: 'immediate', email: 'immediate' },
  'task.lapsed': { hears: ['assignee'], inbox: 'immediate', email: 'immediate' },
  'task.due_set': { hears: ['assignee'], inbox: 'immediate', email: 'digest' },
  'task.due_soon': { hears: ['assignee', 'may_do_task'], inbox: 'immediate', email: 'immediate' },
  'task.overdue': {
    hears: ['assignee', 'may_do_task', 'managing_editor'],
    inbox: 'immediate',
    email: 'immediate',
  },
  'proposal.made': { hears: ['terminologist'], inbox: 'immediate', email: 'digest' },
  'proposal.accepted': { hears: ['proposer'], inbox: 'immediate', email: 'digest' },
  'proposal.declined': { hears: ['proposer'], inbox: 'immediate', email: 'digest' },
  'release.failed': {
    hears: ['managing_editor', 'approver'],
    inbox: 'immediate',
    email: 'immediate',
  },
  'webhook.disabled': { hears: ['administrator'], inbox: 'immediate', email: 'immediate' },
  'job.died': { hears: ['administrator'], inbox: 'immediate', email: 'immediate' },
  'account.created': { hears: ['own_account'], inbox: 'immediate', email: 'immediate' },
  'account.changed': { hears: ['own_account'], inbox: 'immediate', email: 'immediate' },
  'account.enabled': { hears: ['own_account'], inbox: 'immediate', email: 'immediate' },
  'grants.changed': {
    hears: ['own_account'],
    inbox: 'immediate',
    email: 'immediate',
    alsoSelf: true,
  },
  'password.changed': {
    hears: ['own_account'],
    inbox: 'immediate',
    email: 'immediate',
    alsoSelf: true,
    fixed: true,
  },
  /** Somebody who cannot sign in reads no inbox. */
  'password.reset_asked': {
    hears: ['own_account'],
    inbox: 'off',
    email: 'immediate',
    alsoSelf: true,
    fixed: true,
  },
  'token.created': {
    hears: ['own_account'],
    inbox: 'immediate',
    email: 'immediate',
    alsoSelf: true,
  },
} as const satisfies Record<NoticeKind, Hearing>;

/** The row of a fact; null when nobody hears of it. */
export const hearingOf = (fact: string): Hearing | null =>
  isNoticeKind(fact) ? hearing[fact] : null;

export const isNoticeKind = (fact: string): fact is NoticeKind => Object.hasOwn(hearing, fact);
