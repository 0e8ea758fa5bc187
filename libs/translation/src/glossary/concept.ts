import { Invalid } from '@desk/errors';
import { comparable, languages, type Language } from '@desk/languages';
import type { TermStatus } from './glossary-term.js';

/** A term as it is written down: before it has an id. */
export interface TermText {
  readonly language: Language;
  readonly term: string;
  readonly status: TermStatus;
  readonly note: string;
}

/**
 * A concept says each term once and prefers at most one in each language.
 * @throws Invalid `glossary.term_twice`, `glossary.preferred_twice`
 */
export function checkTerms(terms: readonly TermText[]): void {
  const seen = new Set<string>();
  for (const { language, term } of terms) {
    const key = `${language} ${term}`;
    if (seen.has(key)) throw new Invalid('glossary.term_twice', { language, term });
    seen.add(key);
  }
  for (const language of languages) {
    const preferred = terms.filter(
      (term) => term.language === language && term.status === 'preferred',
    );
    if (preferred.length > 1) {
      throw new Invalid('glossary.preferred_twice', {
        language,
        terms: preferred.map(({ term }) => term),
      });
    }
  }
}

/** By what lists are ordered: the preferred term of the first language that has one. */
export function headwordOf(terms: readonly TermText[]): string {
  for (const status of ['preferred', 'admitted', 'forbidden'] as const) {
    for (const language of languages) {
      const found = terms.find((term) => term.language === language && term.status === status);
      if (found) return found.term;
    }
  }
  return '';
}

/** As a term is compared when people search the glossary. */
export const foldedTerm = (term: string): string => comparable(term).slice(0, 300);

/**
 * A concept's terms with the proposed ones among them. A term that is there gets the proposed
 * status; where a new one is preferred, the old one remains admitted.
 */
export function withProposed(
  terms: readonly TermText[],
  proposed: readonly TermText[],
): TermText[] {
  const same = (a: TermText, b: TermText) => a.language === b.language && a.term === b.term;
  const kept = terms
    .filter((old) => !proposed.some((one) => same(old, one)))
    .map((old): TermText => {
      const replaced =
        old.status === 'preferred' &&
        proposed.some((one) => one.language === old.language && one.status === 'preferred');
      const { language, term, status, note } = old;
      return { language, term, status: replaced ? 'admitted' : status, note };
    });
  return [...kept, ...proposed];
}
