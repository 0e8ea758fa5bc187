import type { NoticeReason, Role, TaskKind } from '@desk/contracts';
import { can, permissions, type Permission, type Person } from '@desk/people';
import { hearingOf } from './hearing.js';
import type { Situation } from './situation.js';

/** The part of a ledger entry that decides who hears. */
export interface Happening {
  readonly fact: string;
  readonly actorId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Somebody who is told, and why. */
export interface Listener {
  readonly person: Person;
  readonly reason: NoticeReason;
}

/** Who of `people` is told of what happened. Each at most once, for the first reason that fits. */
export function whoHears(
  happening: Happening,
  situation: Situation,
  people: readonly Person[],
): Listener[] {
  const row = hearingOf(happening.fact);
  if (!row || isToldOtherwise(happening)) return [];
  const listeners: Listener[] = [];
  for (const person of people) {
    if (person.id === happening.actorId && !row.alsoSelf && !isAboutOwnAddress(happening)) continue;
    if (!maySee(person, situation.about?.sectionId ?? null)) continue;
    const reason = row.hears.find((one) => fits[one](person, situation, happening));
    if (reason) listeners.push({ person, reason });
  }
  return listeners;
}

/**
 * Whether a person may still see what a notice tells: what is about an article, who may read
 * its section; what is about no section, whoever it was told to. Asked again when it is sent
 * and when it is shown.
 */
export function maySee(person: Person, sectionId: string | null): boolean {
  if (sectionId !== null) return can(person, 'article.read', { sectionId });
  return person.scopes === null || person.scopes.includes('read');
}

/** The last sign-off is followed by `edition.approved`, which the same people hear. */
const isToldOtherwise = ({ fact, payload }: Happening): boolean =>
  fact === 'edition.signed_off' && payload.to === 'approved';

/** A changed address is told even to who changed it: it may have been somebody else. */
const isAboutOwnAddress = ({ fact, payload }: Happening): boolean =>
  fact === 'account.changed' && Array.isArray(payload.fields) && payload.fields.includes('email');

type Fits = (person: Person, situation: Situation, happening: Happening) => boolean;

const taskPermission: Record<TaskKind, Permission> = {
  translate: 'task.translate',
  review: 'task.review',
  sign_off: 'task.sign_off',
};

/** What each word of the table means. */
const fits: Record<NoticeReason, Fits> = {
  own_account: (person, { ownAccountId }) => person.id === ownAccountId,
  assignee: (person, { task }) => person.id === task?.assigneeId,
  may_do_task: (person, { task }) =>
    task?.assigneeId === null && can(person, taskPermission[task.kind], task.about),
  next_to_sign: (person, { about, languageReview }) =>
    about !== null && can(person, languageReview ? 'task.review' : 'task.sign_off', about),
  signed: (person, { signed }) => signed.includes(person.id),
  contributor: (person, { about }) => about?.contributors?.includes(person.id) ?? false,
  thread: (person, { thread }) => thread.includes(person.id),
  may_publish: (person, { about }) => about !== null && can(person, 'edition.publish', about),
  managing_editor: (person, { about }) => about !== null && can(person, 'edition.withdraw', about),
  approver: (person, { about }) => about !== null && can(person, 'edition.correct', about),
  administrator: (person, _, { fact }) =>
    can(person, fact === 'webhook.disabled' ? 'webhook.manage' : 'jobs.manage'),
  terminologist: (person) => can(person, 'glossary.manage'),
  proposer: (person, { proposerId }) => person.id === proposerId,
  follows_article: (person, { followsArticle }) => followsArticle.includes(person.id),
  follows_section: (person, { followsSection }) => followsSection.includes(person.id),
};

/** Through which permissions a reason is held; none for those that name people one by one. */
const heldThrough: Partial<Record<NoticeReason, readonly Permission[]>> = {
  may_do_task: ['task.translate', 'task.review', 'task.sign_off'],
  next_to_sign: ['task.review', 'task.sign_off'],
  may_publish: ['edition.publish'],
  managing_editor: ['edition.withdraw'],
  approver: ['edition.correct'],
  administrator: ['webhook.manage', 'jobs.manage'],
  terminologist: ['glossary.manage'],
};

/** The roles of which somebody may hear of this fact: narrows whom to ask about. */
export function rolesThatHear(fact: string): readonly Role[] {
  const reasons = hearingOf(fact)?.hears ?? [];
  const held = reasons.flatMap((reason) => heldThrough[reason] ?? []);
  return [...new Set(held.flatMap((permission) => permissions[permission].roles))];
}

/** The people whom the situation names one by one. */
export function namedIn(situation: Situation): readonly string[] {
  return [
    ...new Set([
      ...(situation.about?.contributors ?? []),
      ...(situation.task?.assigneeId ? [situation.task.assigneeId] : []),
      ...(situation.ownAccountId ? [situation.ownAccountId] : []),
      ...(situation.proposerId ? [situation.proposerId] : []),
      ...situation.signed,
      ...situation.thread,
      ...situation.followsArticle,
      ...situation.followsSection,
    ]),
  ];
}
