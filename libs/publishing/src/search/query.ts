import {
  bareWord,
  exactWord,
  GRAM_LETTERS,
  khmerGram,
  khmerWord,
  khmerWords,
} from './index-words.js';
import { khmerOf, pieces, wordOf, type Word } from './words.js';

/** One thing that must be in what is found. */
export type Term =
  | { readonly kind: 'word'; readonly word: Word; readonly prefix: boolean }
  | { readonly kind: 'phrase'; readonly words: readonly Word[] }
  | { readonly kind: 'khmer'; readonly run: string };

/** What a reader seeks. */
export interface SearchQuery {
  /** As typed, tidied. */
  readonly text: string;
  readonly terms: readonly Term[];
  /** The same without its last word, when that has so few letters that it may be just begun. */
  readonly settled?: SearchQuery;
}

const MAX_QUERY = 200;
const MAX_TERMS = 12;
const MAX_GRAMS = 30;
/** Fewer letters begin too many words to look for them all while somebody types. */
const MIN_PREFIX = 3;

const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/**
 * Reads what was typed: words, of which the last may be unfinished; phrases in quotes; Khmer
 * in runs. Whatever is none of these is passed over.
 */
export function readQuery(typed: string): SearchQuery {
  const text = typed
    .slice(0, 4 * MAX_QUERY)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_QUERY);
  const phrases = [...text.matchAll(quoted)].flatMap(([, inside = '']) => phraseOf(inside));
  const loose = termsOf(text.replace(quoted, ' '));
  const terms = [...phrases, ...loose].slice(0, MAX_TERMS);
  const last = terms.at(-1);
  // A last word that is long enough counts as unfinished itself.
  const begun = last?.kind === 'word' && last.word.bare.length < MIN_PREFIX;
  return {
    text,
    terms,
    ...(begun && terms.length > 1 && { settled: { text, terms: terms.slice(0, -1) } }),
  };
}

function termsOf(text: string): Term[] {
  const found = pieces(text);
  return found.map((piece, at): Term => {
    if (piece.khmer) return { kind: 'khmer', run: khmerOf(piece.text) };
    const word = wordOf(piece.text);
    const last = at === found.length - 1 && piece.start + piece.text.length === text.length;
    return { kind: 'word', word, prefix: last && word.bare.length >= MIN_PREFIX };
  });
}

function phraseOf(inside: string): Term[] {
  const found = pieces(inside);
  // Khmer is sought letter by letter as it is: each of its runs is a phrase already.
  if (found.some(({ khmer }) => khmer)) return termsOf(`${inside} `);
  const words = found.map((piece) => wordOf(piece.text));
  return words.length === 0 ? [] : [{ kind: 'phrase', words }];
}

/**
 * The query for MariaDB's boolean mode. Whoever types marks means them: `hòa` finds hòa, and
 * hoa that was written without any mark, but not hóa. `loosely` lets every mark go.
 */
export function booleanQuery({ terms }: SearchQuery, loosely = false): string {
  return terms.flatMap((term) => inBooleanMode(term, loosely)).join(' ');
}

function inBooleanMode(term: Term, loosely: boolean): string[] {
  switch (term.kind) {
    case 'word':
      return [wordInBooleanMode(term.word, term.prefix, loosely)];
    case 'phrase':
      return term.words.map((word) => wordInBooleanMode(word, false, loosely));
    case 'khmer':
      return khmerInBooleanMode(term.run);
  }
}

function wordInBooleanMode({ exact, bare }: Word, prefix: boolean, loosely: boolean): string {
  const marked = exact !== bare && !loosely;
  const any = marked ? [exactWord(exact), exactWord(bare)] : [exactWord(bare), bareWord(bare)];
  if (!prefix) return `+(${any.join(' ')})`;
  const begun = marked ? [exactWord(exact)] : any;
  return `+(>${any.join(' ')} ${begun.map((word) => `<${word}*`).join(' ')})`;
}

/** All grams must be there; words of the dictionary make what has them come first. */
function khmerInBooleanMode(run: string): string[] {
  if (run.length < GRAM_LETTERS) return [`+${khmerGram(run)}*`];
  const whole = run.length - GRAM_LETTERS + 1;
  const grams = Array.from({ length: Math.min(whole, MAX_GRAMS) }, (_, at) =>
    khmerGram(run.slice(at, at + GRAM_LETTERS)),
  );
  return [
    ...new Set(grams.map((gram) => `+${gram}`)),
    ...new Set(khmerWords(run).slice(0, MAX_TERMS).map(khmerWord)),
  ];
}
