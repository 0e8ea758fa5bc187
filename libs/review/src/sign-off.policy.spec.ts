import { seatsLeft } from '@desk/articles';
import { seatFor, stateAfter, type Signature, type Signer } from './sign-off.policy.js';

/** Everybody who could want to sign, by what they are. */
const people: Signer[] = [
  { accountId: 'Sreymom', reviewer: true, approver: false },
  { accountId: 'Dara', reviewer: true, approver: true },
  { accountId: 'Lan', reviewer: false, approver: true },
  { accountId: 'Hùng', reviewer: false, approver: true },
  { accountId: 'Thảo', reviewer: false, approver: true },
  { accountId: 'Bích', reviewer: false, approver: false },
];

const policies = [true, false].flatMap((languageReview) =>
  [1, 2, 3].map((approvers) => ({ languageReview, approvers })),
);

/** Every way in which these people, one after the other and in any order, may try to sign. */
function* orders(rest: Signer[], taken: Signer[] = []): Generator<Signer[]> {
  yield taken;
  for (const next of rest) {
    const left = rest.filter((one) => one !== next);
    yield* orders(left, [...taken, next]);
  }
}

const played = (policy: (typeof policies)[number], order: Signer[]): Signature[] =>
  order.reduce<Signature[]>((signed, signer) => {
    const found = seatFor(policy, signed, signer);
    return 'seat' in found
      ? [...signed, { seat: found.seat, accountId: signer.accountId }]
      : signed;
  }, []);

describe.each(policies)('the seats under $languageReview and $approvers approvers', (policy) => {
  const ends = [...orders(people)].map((order) => played(policy, order));
  const all = [...new Map(ends.map((signed) => [JSON.stringify(signed), signed])).values()];

  it('gives each person one seat and fills no more than the policy asks for', () => {
    for (const signed of all) {
      expect(new Set(signed.map(({ accountId }) => accountId)).size).toBe(signed.length);
      expect(signed.length).toBeLessThanOrEqual(policy.approvers + (policy.languageReview ? 1 : 0));
    }
  });

  it('puts the language first and everybody only where they belong', () => {
    for (const signed of all) {
      const review = signed.findIndex(({ seat }) => seat === 'review');
      expect(review).toBe(policy.languageReview && signed.length > 0 ? 0 : -1);
      for (const { seat, accountId } of signed) {
        const person = people.find((one) => one.accountId === accountId);
        expect(seat === 'review' ? person?.reviewer : person?.approver).toBe(true);
      }
    }
  });

  it('approves with the last seat and not before', () => {
    for (const signed of all) {
      const { review, approve } = seatsLeft(policy, signed);
      expect(stateAfter(policy, signed)).toBe(review + approve === 0 ? 'approved' : 'in_review');
      const wanted = policy.approvers + (policy.languageReview ? 1 : 0);
      expect(stateAfter(policy, signed) === 'approved').toBe(signed.length === wanted);
    }
  });

  it('reaches approval whenever enough people of each kind come in a fitting order', () => {
    expect(all.some((signed) => stateAfter(policy, signed) === 'approved')).toBe(true);
  });
});

describe('why there is no seat', () => {
  const policy = { languageReview: true, approvers: 1 };
  const [sreymom, dara, lan, , , bich] = people as [Signer, Signer, Signer, Signer, Signer, Signer];

  it('says that the language comes first', () => {
    expect(seatFor(policy, [], lan)).toEqual({ refusal: 'review.language_review_first' });
    expect(seatFor(policy, [], bich)).toEqual({ refusal: 'review.language_review_first' });
  });

  it('gives the first waiting seat to who is both, and only that one', () => {
    expect(seatFor(policy, [], dara)).toEqual({ seat: 'review' });
    const signed: Signature[] = [{ seat: 'review', accountId: dara.accountId }];
    expect(seatFor(policy, signed, dara)).toEqual({ refusal: 'review.already_signed' });
    const other: Signature[] = [{ seat: 'review', accountId: sreymom.accountId }];
    expect(seatFor(policy, other, dara)).toEqual({ seat: 'approve' });
  });

  it('says that nothing is left for a reviewer once the language is signed', () => {
    const signed: Signature[] = [{ seat: 'review', accountId: dara.accountId }];
    expect(seatFor(policy, signed, sreymom)).toEqual({ refusal: 'review.no_seat_left' });
  });
});
