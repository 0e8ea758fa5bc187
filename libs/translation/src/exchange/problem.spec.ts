import { hasText, languages } from '@desk/languages';
import { exchangeCodes, Problems } from './problem.js';

describe('what is wrong with a file', () => {
  it.each(exchangeCodes)('%s is said in each language', (code) => {
    for (const language of languages) expect(hasText(`errors:${code}`, language)).toBe(true);
  });

  it('is told a thousand times at most, and every unit concerned is still known', () => {
    const problems = new Problems();
    for (let unit = 0; unit < 1500; unit += 1) {
      problems.add({ line: unit, column: 1 }, 'exchange.empty', {}, `u${String(unit)}`);
    }
    expect(problems.all).toHaveLength(1000);
    expect(problems.concern('u1499')).toBe(true);
    expect(problems.concern('u1500')).toBe(false);
  });
});
