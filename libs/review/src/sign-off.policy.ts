import { seatsLeft } from '@desk/articles';
import type { EditionState, Seat, SignOffPolicy } from '@desk/contracts';

/** A sign-off that stands. */
export interface Signature {
  readonly seat: Seat;
  readonly accountId: string;
}

/** Somebody who wants to sign, and what they are for this section and language. */
export interface Signer {
  readonly accountId: string;
  readonly reviewer: boolean;
  readonly approver: boolean;
}

type Asked = Pick<SignOffPolicy, 'approvers' | 'languageReview'>;

/** Why somebody has no seat; each is a code of the `errors` namespace. */
export type NoSeat =
  'review.already_signed' | 'review.language_review_first' | 'review.no_seat_left';

/**
 * The seat that a person fills in a round: the reviewer of the language comes first when the
 * policy asks for one, then the approvers. Nobody signs twice in a round, so who is both
 * reviewer and approver fills one seat, the first that waits for them.
 */
export function seatFor(
  policy: Asked,
  signed: readonly Signature[],
  signer: Signer,
): { readonly seat: Seat } | { readonly refusal: NoSeat } {
  if (signed.some(({ accountId }) => accountId === signer.accountId)) {
    return { refusal: 'review.already_signed' };
  }
  const left = seatsLeft(policy, signed);
  if (left.review > 0) {
    return signer.reviewer ? { seat: 'review' } : { refusal: 'review.language_review_first' };
  }
  if (left.approve > 0 && signer.approver) return { seat: 'approve' };
  return { refusal: 'review.no_seat_left' };
}

/** Where the edition stands after these sign-offs: approved once no seat is left. */
export function stateAfter(
  policy: Asked,
  signed: readonly Signature[],
): Extract<EditionState, 'in_review' | 'approved'> {
  const left = seatsLeft(policy, signed);
  return left.review + left.approve === 0 ? 'approved' : 'in_review';
}
