import { languages } from '@desk/languages';
import {
  countryNames,
  sampleSentences,
  termScores,
} from '../../../../../test/evaluate/glossary.js';
import { termIndex } from './term-index.js';

describe('country names in running news', () => {
  const index = termIndex(countryNames());

  it.each(languages)('are found as a reader found them: %s', (language) => {
    const { sentences, terms, precision, recall } = termScores(
      index,
      sampleSentences(language),
      language,
    );
    expect(sentences).toBeGreaterThanOrEqual(150);
    expect(terms).toBeGreaterThanOrEqual(80);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });
});
