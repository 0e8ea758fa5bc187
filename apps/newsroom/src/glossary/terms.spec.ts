import {
  asDraft,
  byLanguage,
  furtherRow,
  headword,
  withEmptyRows,
  written,
  type Term,
} from './terms';

const term = (language: Term['language'], words: string, status: Term['status']): Term => ({
  language,
  term: words,
  status,
  note: '',
});
const terms = [
  term('en', 'flood tide', 'forbidden'),
  term('en', 'high tide', 'preferred'),
  term('vi', 'triều cường', 'preferred'),
];

it('shows what to write before what not to write', () => {
  expect(byLanguage(terms).map((group) => group.terms.map((one) => one.term))).toEqual([
    ['triều cường'],
    ['high tide', 'flood tide'],
    [],
  ]);
});

it('calls a concept by its preferred term, in the language of the reader if there is one', () => {
  expect(headword(terms, 'en')?.term).toBe('high tide');
  expect(headword(terms, 'km')).toMatchObject({ language: 'en', term: 'high tide' });
  expect(headword([term('vi', 'cũ', 'forbidden')], 'km')?.term).toBe('cũ');
  expect(headword([], 'vi')).toBeUndefined();
});

it('offers a row for each language, and sends only those that were filled', () => {
  const rows = withEmptyRows(terms);
  expect(rows.map(({ language }) => language)).toEqual(['vi', 'en', 'en', 'km']);
  expect(written(rows)).toHaveLength(3);
  expect(written([term('vi', '  lũ  ', 'preferred')])[0]?.term).toBe('lũ');
});

it('sends nothing that the API keeps beside a term', () => {
  const kept = { ...term('vi', 'lũ', 'preferred'), id: 'x' };
  expect(asDraft(kept)).toEqual(term('vi', 'lũ', 'preferred'));
});

it('offers a further term of a language as admitted: only one is preferred', () => {
  expect(furtherRow(terms, 'vi').status).toBe('admitted');
  expect(furtherRow(terms, 'km').status).toBe('preferred');
});
