import type { Language } from '@desk/languages';
import { isAbbreviation } from './term-pattern.js';
import { type Token, tokensOf } from './tokens.js';

/**
 * How many capitals a text must show to be a term. A text may have more (beginning of a sentence,
 * headline), so "river" is found as "River", but the name Chad is not found as "chad".
 */
export interface Capitals {
  readonly words: number;
  readonly abbreviations: number;
}

/**
 * Abbreviations are asked for always; capital words of names only up to two words long, for no
 * one writes "bắc macedonia", but "Bộ thông tin và Truyền thông" is written by somebody every day.
 */
export function capitalsOf(term: string, language: Language): Capitals {
  const words = tokensOf(term, language).filter((token) => token.kind === 'word');
  const capital = words.filter(isCapital).length;
  const name = capital === words.length && words.length <= 2;
  return {
    words: name ? capital : 0,
    abbreviations: words.filter((word) => isAbbreviation(word.text)).length,
  };
}

export function hasCapitals(tokens: readonly Token[], wanted: Capitals): boolean {
  if (wanted.words === 0 && wanted.abbreviations === 0) return true;
  const words = tokens.filter((token) => token.kind === 'word');
  return (
    words.filter(isCapital).length >= wanted.words &&
    words.filter((word) => isAbbreviation(word.text)).length >= wanted.abbreviations
  );
}

export function isCapital(token: Token): boolean {
  return token.kind === 'word' && /^\p{Lu}/u.test(token.text);
}
