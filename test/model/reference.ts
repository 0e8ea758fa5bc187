import type { EditionAction, EditionState, Liveness, Role } from '@desk/contracts';

/**
 * The newsroom's workflow once more, written from the design and not from the code, as small as
 * it can be: what each command does to each edition, or that it is refused.
 */

export interface ModelPerson {
  readonly key: string;
  readonly roles: readonly Role[];
}

export interface ModelPolicy {
  readonly approvers: number;
  readonly languageReview: boolean;
  readonly together: boolean;
}

interface Signature {
  readonly who: string;
  readonly seat: 'review' | 'approve';
  readonly acceptedAgainst: number | null;
}

/** An edition; its texts are numbers: each save makes the next. */
export interface ModelEdition {
  readonly key: string;
  readonly isSource: boolean;
  state: EditionState;
  liveness: Liveness;
  /** Who wrote any of it. */
  contributors: Set<string>;
  text: number;
  approved: number | null;
  live: number | null;
  signatures: Signature[];
  /** A translation: the source text that its segments are of, and whether all are confirmed. */
  prepared: number | null;
  confirmed: boolean;
  /** A translation: the source text that its last submission was made from. */
  madeFrom: number | null;
}

export interface ModelArticle {
  readonly policy: ModelPolicy;
  readonly source: ModelEdition;
  translation: ModelEdition | null;
}

export interface Command {
  readonly action: EditionAction | 'save' | 'translate';
  readonly by: ModelPerson;
  readonly edition: ModelEdition;
  readonly rightHash: boolean;
  readonly acceptStale: boolean;
  readonly future: boolean;
}

export const newEdition = (key: string, isSource: boolean, writer?: string): ModelEdition => ({
  key,
  isSource,
  state: 'draft',
  liveness: 'none',
  contributors: new Set(writer === undefined ? [] : [writer]),
  text: 0,
  approved: null,
  live: null,
  signatures: [],
  prepared: null,
  confirmed: false,
  madeFrom: null,
});

/** Carries the command out on the model. False: it is refused and nothing changed. */
export function carryOut(article: ModelArticle, command: Command): boolean {
  const { action, edition } = command;
  if (!mayDo(command)) return false;
  switch (action) {
    case 'save':
      if (!edition.isSource || !isWritable(edition)) return false;
      edition.text += 1;
      edition.contributors.add(command.by.key);
      return true;
    case 'translate':
      if (edition.isSource || !isWritable(edition) || edition.prepared === null) return false;
      edition.confirmed = true;
      edition.contributors.add(command.by.key);
      return true;
    case 'submit':
      return submit(edition);
    case 'request_changes':
      if (edition.state !== 'in_review') return false;
      edition.state = 'changes_requested';
      return true;
    case 'sign_off':
      return signOff(article, command);
    case 'recall':
      if (edition.state !== 'in_review' && edition.state !== 'approved') return false;
      edition.state = 'draft';
      edition.approved = edition.live;
      return true;
    case 'schedule':
      return command.future && release(article, command, 'scheduled');
    case 'publish':
      return release(article, command, 'published');
    case 'unschedule':
      if (edition.state !== 'scheduled') return false;
      for (const one of scheduledWith(article, edition)) one.state = 'approved';
      return true;
    case 'revise':
      if (edition.state !== 'published') return false;
      edition.state = 'draft';
      return true;
    case 'correct':
      if (edition.state !== 'approved' || edition.liveness !== 'live') return false;
      if (unfit(article, edition)) return false;
      goLive(edition);
      return true;
    case 'withdraw':
      if (edition.liveness !== 'live') return false;
      edition.liveness = 'withdrawn';
      return true;
    case 'restore':
      if (edition.liveness !== 'withdrawn') return false;
      edition.liveness = 'live';
      return true;
    case 'archive':
      if (edition.state !== 'published' || edition.liveness !== 'live') return false;
      edition.state = 'archived';
      return true;
  }
}

/** The time of what is scheduled has come. */
export function timeComes(article: ModelArticle): void {
  for (const edition of editionsOf(article)) if (edition.state === 'scheduled') goLive(edition);
}

/** The worker has cut the newly approved source into segments. */
export function prepare(article: ModelArticle): void {
  const { source } = article;
  article.translation ??= newEdition(`${source.key}-en`, false);
  if (article.translation.prepared === source.approved) return;
  article.translation.prepared = source.approved;
  article.translation.confirmed = false;
}

export const editionsOf = ({ source, translation }: ModelArticle): ModelEdition[] =>
  translation ? [source, translation] : [source];

const isWritable = ({ state }: ModelEdition): boolean =>
  state === 'draft' || state === 'changes_requested';

function mayDo({ action, by, edition }: Command): boolean {
  const is = (...roles: Role[]): boolean => by.roles.some((role) => roles.includes(role));
  const author = is(edition.isSource ? 'writer' : 'translator');
  const contributed = edition.contributors.has(by.key);
  switch (action) {
    case 'save':
    case 'translate':
    case 'revise':
      return author || is('managing_editor');
    case 'submit':
      return (author || is('managing_editor')) && contributed;
    case 'recall':
      return (author && contributed) || is('managing_editor');
    case 'request_changes':
      return is('reviewer', 'approver');
    case 'sign_off':
      return is('reviewer', 'approver') && !contributed;
    case 'schedule':
    case 'unschedule':
    case 'publish':
      return is('approver', 'managing_editor');
    case 'correct':
      return is('approver');
    case 'withdraw':
    case 'restore':
    case 'archive':
      return is('managing_editor');
  }
}

function submit(edition: ModelEdition): boolean {
  if (!isWritable(edition)) return false;
  if (!edition.isSource) {
    if (edition.prepared === null || !edition.confirmed) return false;
    edition.text += 1;
    edition.madeFrom = edition.prepared;
  }
  edition.state = 'in_review';
  edition.signatures = [];
  return true;
}

function signOff({ policy, source }: ModelArticle, command: Command): boolean {
  const { by, edition, rightHash, acceptStale } = command;
  if (edition.state !== 'in_review' || !rightHash) return false;
  if (edition.signatures.some(({ who }) => who === by.key)) return false;
  const reviewed =
    !policy.languageReview || edition.signatures.some(({ seat }) => seat === 'review');
  const seat = reviewed ? 'approve' : 'review';
  if (!by.roles.includes(reviewed ? 'approver' : 'reviewer')) return false;
  const stale =
    !edition.isSource && source.approved !== null && edition.madeFrom !== source.approved;
  if (stale && !acceptStale) return false;
  edition.signatures.push({ who: by.key, seat, acceptedAgainst: stale ? source.approved : null });
  const approvals = edition.signatures.filter((one) => one.seat === 'approve').length;
  if (approvals === policy.approvers) {
    edition.state = 'approved';
    edition.approved = edition.text;
  }
  return true;
}

/** Guarantee J: a translation that has not caught up goes public only if a sign-off names it. */
function unfit({ source }: ModelArticle, edition: ModelEdition): boolean {
  const stale =
    !edition.isSource && source.approved !== null && edition.madeFrom !== source.approved;
  return stale && !edition.signatures.some((one) => one.acceptedAgainst === source.approved);
}

function release(
  article: ModelArticle,
  { edition }: Command,
  to: 'scheduled' | 'published',
): boolean {
  if (to === 'published' && edition.state === 'scheduled') {
    for (const one of scheduledWith(article, edition)) goLive(one);
    return true;
  }
  if (edition.state !== 'approved' || edition.liveness !== 'none') return false;
  const waiting = article.policy.together
    ? [article.source, article.translation].filter((one) => one === null || one.liveness === 'none')
    : [edition];
  const group = waiting.flatMap((one) => (one?.state === 'approved' ? [one] : []));
  if (group.length < waiting.length || group.some((one) => unfit(article, one))) return false;
  for (const one of group) {
    if (to === 'published') goLive(one);
    else one.state = 'scheduled';
  }
  return true;
}

const scheduledWith = (article: ModelArticle, edition: ModelEdition): ModelEdition[] =>
  article.policy.together
    ? editionsOf(article).filter((one) => one.state === 'scheduled')
    : [edition];

function goLive(edition: ModelEdition): void {
  edition.state = 'published';
  edition.liveness = 'live';
  edition.live = edition.approved;
}
