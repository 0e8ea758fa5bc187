import type { Round } from './rounds';
import { seenBefore } from './seen-before';

const me = 'me';
const signed = (by: string): Round['signOffs'] => [
  {
    id: 's',
    seat: 'approve',
    person: { id: by, name: by },
    revisionHash: '',
    acceptedStaleAgainst: null,
    note: '',
    signedAt: '',
    voidedAt: null,
  },
];
const round = (revisionId: string, signOffs: Round['signOffs'] = []): Round => ({
  id: revisionId,
  editionId: 'e',
  language: 'vi',
  number: 1,
  revisionId,
  revisionNumber: 1,
  revisionHash: '',
  policy: {
    approvers: 1,
    languageReview: false,
    release: 'together',
    requiredLanguages: ['vi'],
    workingDays: { translate: 1, review: 1, sign_off: 1 },
  },
  openedBy: { id: 'x', name: 'x' },
  openedAt: '',
  closedAt: null,
  outcome: null,
  seatsLeft: { review: 0, approve: 1 },
  signOffs,
});

describe('what an approver has seen before', () => {
  it('is nothing in the first round', () => {
    expect(seenBefore([round('r1')], me)).toEqual([]);
    expect(seenBefore([], me)).toEqual([]);
  });
  it('is the last round, and the revision that they signed themselves', () => {
    const rounds = [round('r3'), round('r2', signed('another')), round('r1', signed(me))];
    expect(seenBefore(rounds, me)).toEqual([
      { why: 'mySignature', revisionId: 'r1' },
      { why: 'lastRound', revisionId: 'r2' },
    ]);
  });
  it('is not compared with itself when a revision is submitted again', () => {
    expect(seenBefore([round('r1'), round('r1', signed(me))], me)).toEqual([]);
  });
});
