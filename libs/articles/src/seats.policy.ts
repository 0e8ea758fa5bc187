import type { Seat, SignOffPolicy } from '@desk/contracts';

/** How many sign-offs of each kind are still missing. */
export interface SeatsLeft {
  readonly review: number;
  readonly approve: number;
}

/**
 * The seats of a review round that nobody has filled yet, by the section's policy: one for the
 * language's reviewer if the policy asks for one, and one for each approver.
 */
export function seatsLeft(
  policy: Pick<SignOffPolicy, 'approvers' | 'languageReview'>,
  signed: readonly { readonly seat: Seat }[],
): SeatsLeft {
  const filled = (seat: Seat): number => signed.filter((one) => one.seat === seat).length;
  return {
    review: Math.max(0, (policy.languageReview ? 1 : 0) - filled('review')),
    approve: Math.max(0, policy.approvers - filled('approve')),
  };
}
