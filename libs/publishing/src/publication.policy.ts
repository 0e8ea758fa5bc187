import {
  contentHash,
  seatsLeft,
  type Approval,
  type Edition,
  type Hindrance,
  type Revision,
} from '@desk/articles';

/** A revision that is about to become public, with what speaks for it. */
export interface Candidate {
  readonly edition: Edition;
  readonly revision: Revision;
  readonly approval: Approval | null;
}

/**
 * Why a revision must not become public; null when nothing stands against it. Asked at every
 * door to the public, whoever opens it: guarantee A (all sign-offs on exactly this text, by
 * people who did not write it) and guarantee J (stale only when a sign-off names it).
 */
export function unfitForPublic({ edition, revision, approval }: Candidate): Hindrance | null {
  const { language } = edition;
  if (textHash(revision) !== revision.hash)
    return { code: 'release.text_altered', facts: { language } };
  if (!isSignedOff(revision, approval)) {
    return { code: 'release.not_signed_off', facts: { language } };
  }
  const newest = edition.sourceApprovedRevisionId;
  const stale = !edition.isSource && newest !== null && revision.sourceRevisionId !== newest;
  const accepted = approval?.signOffs.some((given) => given.acceptedStaleAgainst === newest);
  return stale && !accepted ? { code: 'release.edition_stale', facts: { language } } : null;
}

function isSignedOff(revision: Revision, approval: Approval | null): boolean {
  if (approval === null) return false;
  const valid = approval.signOffs.filter(
    (given) =>
      given.revisionHash === revision.hash && !revision.contributors.includes(given.accountId),
  );
  const left = seatsLeft(approval.policy, valid);
  return left.review + left.approve === 0;
}

function textHash({ title, summary, body, slug, seo }: Revision): string {
  return contentHash({ title, summary, body, slug, seo });
}
