import type { EditionAction, EditionState } from '@desk/contracts';
import { facts, type Fact, type FactPayload } from '@desk/ledger';
import type { Edition } from './edition.js';
import { transition } from './edition.workflow.js';
import type { Said } from './transition-part.js';

type Column = string | number | Date | null;

/**
 * The columns of `edition` that an action sets besides state and version: which revision is
 * under review, approved, live, and since when.
 */
export function columnsSetBy(
  action: EditionAction,
  edition: Edition,
  to: EditionState,
  facts: { reviewRevisionId?: string | undefined; said: Said; at: Date },
): Record<string, Column> {
  const becomes = transition(action).becomes;
  return {
    ...(becomes && { liveness: becomes }),
    ...(action === 'submit' ? { change_significance: facts.said.significance ?? null } : {}),
    ...(facts.reviewRevisionId && { review_revision_id: facts.reviewRevisionId }),
    ...(action === 'sign_off' && to === 'approved'
      ? { approved_revision_id: edition.reviewRevisionId }
      : {}),
    ...(action === 'recall' ? { approved_revision_id: edition.liveRevisionId } : {}),
    ...(action === 'publish' || action === 'correct'
      ? {
          live_revision_id: edition.approvedRevisionId,
          published_at: facts.at,
          first_published_at: edition.firstPublishedAt ?? facts.at,
        }
      : {}),
    ...(action === 'withdraw'
      ? { withdrawn_at: facts.at, withdrawal_reason: JSON.stringify(facts.said.reason ?? null) }
      : {}),
    ...(action === 'restore' ? { withdrawn_at: null, withdrawal_reason: null } : {}),
  };
}

/** What the ledger keeps of an action, beyond who, when and which revision. */
export function payloadOf(
  action: EditionAction,
  edition: Edition,
  to: EditionState,
  said: Said,
  seat: string,
): FactPayload<Fact> {
  return facts[transition(action).records].parse(detailsOf(action, edition, to, said, seat));
}

function detailsOf(
  action: EditionAction,
  edition: Edition,
  to: EditionState,
  said: Said,
  seat: string,
): Record<string, unknown> {
  const moved = { from: edition.state, to };
  switch (action) {
    case 'submit':
      return {
        ...moved,
        ...(said.note ? { note: said.note } : {}),
        ...(said.significance ? { significance: said.significance } : {}),
      };
    case 'request_changes':
      return { ...moved, comment: said.comment ?? '' };
    case 'sign_off':
      return { ...moved, seat, acceptedStale: said.acceptStale === true };
    case 'schedule':
      return {
        ...moved,
        publishAt: said.publishAt?.toISOString() ?? '',
        releaseId: said.releaseId,
      };
    case 'unschedule':
    case 'publish':
      return { ...moved, releaseId: said.releaseId };
    case 'correct':
      return { ...moved, note: said.note ?? '', releaseId: said.releaseId };
    case 'withdraw':
      return { ...moved, reason: said.reason?.[edition.language] ?? '' };
    case 'recall':
    case 'revise':
    case 'restore':
    case 'archive':
      return moved;
  }
}
