import { editionStates, type TaskKind } from '@desk/contracts';
import { stepOf } from './step.policy.js';

const steps = (isSource: boolean, ...open: TaskKind[]) =>
  editionStates.map((state) => `${state}: ${stepOf({ isSource, state, open }) ?? '-'}`);

describe('whose turn it is', () => {
  it('with a source', () => {
    expect(steps(true)).toEqual([
      'draft: writing',
      'in_review: sign_off',
      'changes_requested: writing',
      'approved: release',
      'scheduled: -',
      'published: -',
      'archived: -',
    ]);
    expect(stepOf({ isSource: true, state: 'in_review', open: ['review'] })).toBe('source_review');
    expect(stepOf({ isSource: true, state: 'in_review', open: ['sign_off'] })).toBe('sign_off');
  });

  it('with a translation', () => {
    expect(steps(false)).toEqual([
      'draft: translation',
      'in_review: sign_off',
      'changes_requested: translation',
      'approved: release',
      'scheduled: -',
      'published: -',
      'archived: -',
    ]);
    const open: TaskKind[] = ['review'];
    expect(stepOf({ isSource: false, state: 'in_review', open })).toBe('translation_review');
  });

  it('with a translation whose source has changed: it is to be translated, whatever its state', () => {
    for (const step of steps(false, 'translate')) expect(step).toMatch(/: translation$/);
  });
});
