import { readFileSync } from 'node:fs';
import { languages } from '@desk/languages';
import { findTerms } from './finder/find-terms.js';
import type { GlossaryTerm } from './glossary-term.js';
import { starterConcepts } from './starter-concepts.js';
import { termIndex } from './finder/term-index.js';

const concepts = starterConcepts();
const terms = concepts.flatMap((concept) =>
  concept.terms.map((term): GlossaryTerm => ({ conceptId: concept.code, ...term })),
);
const index = termIndex(terms);

describe('the starter glossary', () => {
  it('has at least 150 concepts, each with one preferred term in each language', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(150);
    expect(new Set(concepts.map(({ code }) => code)).size).toBe(concepts.length);
    for (const concept of concepts) {
      for (const language of languages) {
        const preferred = concept.terms.filter(
          (term) => term.language === language && term.status === 'preferred',
        );
        expect(preferred).toHaveLength(1);
      }
    }
  });

  it('writes each language in its script, in NFC, without stray spaces', () => {
    for (const { language, term } of terms) {
      expect(term).toBe(term.normalize('NFC').trim());
      expect(term).not.toMatch(/\s{2}/);
      const khmer = /[\u1780-\u17FF]/.test(term);
      expect({ term, khmer }).toEqual({ term, khmer: language === 'km' });
    }
  });

  it('says no term of a concept twice', () => {
    for (const concept of concepts) {
      const seen = concept.terms.map(({ language, term }) => `${language} ${term}`);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('finds each of its terms where it stands alone', () => {
    const lost = terms.filter(
      ({ conceptId, language, term }) =>
        !findTerms(index, term, language).some(
          (hit) => hit.conceptId === conceptId && hit.start === 0 && hit.end === term.length,
        ),
    );
    expect(lost).toEqual([]);
  });

  it('finds the bodies and offices of the seed article, however they are written there', () => {
    const article = readFileSync('test/data/seed-article.txt', 'utf8');
    const found = new Set(findTerms(index, article, 'vi').map(({ conceptId }) => conceptId));
    for (const code of [
      'department-information-communications',
      'ministry-information-communications',
      'ministry-foreign-affairs',
      'peoples-committee-province',
      'party-propaganda',
      'politburo',
      'journalists-association',
      'external-information',
      'friendship-union',
      'truong-sa',
    ]) {
      expect(found).toContain(code);
    }
    const communes = findTerms(index, article, 'vi').filter(
      ({ conceptId }) => conceptId === 'commune',
    );
    expect(communes).toEqual([]);
  });

  it('tells the forbidden slip of the seed article from the right word', () => {
    const [slip] = findTerms(index, 'phân giới cấm mốc', 'vi');
    expect(slip).toMatchObject({ conceptId: 'border-demarcation', status: 'forbidden' });
    const [right] = findTerms(index, 'Phân giới cắm mốc', 'vi');
    expect(right).toMatchObject({ conceptId: 'border-demarcation', status: 'preferred' });
  });
});
