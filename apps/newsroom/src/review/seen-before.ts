import type { Round } from './rounds';

/** Against which earlier revisions the one under review is compared. */
export interface Before {
  readonly why: 'mySignature' | 'lastRound';
  readonly revisionId: string;
}

/**
 * What an approver has seen before: the revision they signed last, and that of the round
 * before. `rounds`: newest first, as the API gives them.
 */
export function seenBefore(rounds: readonly Round[], personId: string): Before[] {
  const [now, ...earlier] = rounds;
  if (!now) return [];
  const found: Before[] = [];
  const mine = earlier.find(({ signOffs }) =>
    signOffs.some(({ person }) => person.id === personId),
  );
  if (mine && mine.revisionId !== now.revisionId) {
    found.push({ why: 'mySignature', revisionId: mine.revisionId });
  }
  const [last] = earlier;
  if (last && last.revisionId !== now.revisionId) {
    found.push({ why: 'lastRound', revisionId: last.revisionId });
  }
  return found;
}
