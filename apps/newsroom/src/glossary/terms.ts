import { termStatuses } from '@desk/contracts';
import { languages, type Language } from '@desk/languages';
import type { Shape } from '../api/client';

export type Term = Shape<'TermDraft'>;

/** The terms by language, the preferred before the admitted before the forbidden. */
export function byLanguage<T extends Pick<Term, 'language' | 'status'>>(
  terms: readonly T[],
): { language: Language; terms: T[] }[] {
  const rank = (term: T): number => termStatuses.indexOf(term.status);
  return languages.map((language) => ({
    language,
    terms: terms
      .filter((term) => term.language === language)
      .sort((one, other) => rank(one) - rank(other)),
  }));
}

/** What a concept is called: its first preferred term, in the reader's language if there is one. */
export function headword(
  terms: readonly Pick<Term, 'language' | 'status' | 'term'>[],
  reader: Language,
): { term: string; language: Language } | undefined {
  const preferred = terms.filter(({ status }) => status === 'preferred');
  const among = preferred.length > 0 ? preferred : terms;
  return among.find(({ language }) => language === reader) ?? among[0];
}

/** A row of a form for each language that has none yet. */
export function withEmptyRows(terms: readonly Term[]): Term[] {
  const missing = languages.filter((language) => !terms.some((term) => term.language === language));
  const empty = missing.map((language) => emptyRow(language));
  return byLanguage([...terms.map(asDraft), ...empty]).flatMap((group) => group.terms);
}

/** One more row of a language; it has one preferred term at most. */
export const furtherRow = (rows: readonly Term[], language: Language): Term => {
  const taken = rows.some((row) => row.language === language && row.status === 'preferred');
  return { ...emptyRow(language), status: taken ? 'admitted' : 'preferred' };
};

const emptyRow = (language: Language): Term => ({
  language,
  term: '',
  status: 'preferred',
  note: '',
});

/** The rows in which something was written. */
export const written = (rows: readonly Term[]): Term[] =>
  rows.filter(({ term }) => term.trim() !== '').map((row) => ({ ...row, term: row.term.trim() }));

/** A term as a form holds it, without what the API keeps beside it. */
export const asDraft = ({ language, term, status, note }: Term): Term => ({
  language,
  term,
  status,
  note,
});
