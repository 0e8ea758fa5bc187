import { qualityFigures } from '../../../../test/evaluate/checks.js';
import { qaCases } from '../../../../test/evaluate/qa-cases.js';

it('planted defects are found and sound translations left alone, as far as is promised', () => {
  const figures = qualityFigures(qaCases());
  expect(figures.length).toBeGreaterThan(15);
  expect(figures.filter(({ goal }) => !goal.endsWith('✓'))).toEqual([]);
});
