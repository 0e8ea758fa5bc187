import type { Language } from '@desk/languages';
import { formsOf, pluralOf } from './english-forms.js';
import { LONG_KHMER, looseClusterKey } from './khmer-cluster.js';
import { type Token, tokensOf } from './tokens.js';

/** One step of a term: the keys that take it, and whether it may be left out. */
export interface Step {
  readonly keys: readonly string[];
  readonly optional: boolean;
}

const PREPOSITION = /^(?:of|for|in|on|to|at|with|by|from)$/;
/** More signs that may be missing than these would give a term too many ways. */
const MOST_OPTIONAL = 4;

/** How a term may be worded: "Myanmar (Burma)" is also found without its qualifier. */
export function wordingsOf(term: string): string[] {
  const short = term.replace(/\s*\([^()]*\)\s*$/u, '');
  return short === '' || short === term ? [term] : [term, short];
}

/** The steps of a wording: hyphens and dots may be missing; English words have their forms. */
export function stepsOf(wording: string, language: Language): Step[] {
  const tokens = tokensOf(wording, language);
  const last = tokens.findLastIndex((token) => token.kind === 'word');
  const long = tokens.filter((token) => token.kind === 'khmer').length >= LONG_KHMER;
  let optional = 0;
  return tokens.map((token, at) => {
    const droppable =
      at > 0 && /^[-.]$/.test(token.key) && token.kind === 'sign' && optional < MOST_OPTIONAL;
    if (droppable) optional += 1;
    const keys =
      long && token.kind === 'khmer'
        ? [looseClusterKey(token.key)]
        : keysOf(tokens, at, last, language);
    return { keys, optional: droppable };
  });
}

function keysOf(
  tokens: readonly Token[],
  at: number,
  last: number,
  language: Language,
): readonly string[] {
  const token = tokens[at];
  if (token === undefined) return [];
  if (language !== 'en' || token.kind !== 'word') return [token.key];
  const following = tokens[at + 1];
  const head = at === last || PREPOSITION.test(following?.key ?? '');
  const verb = at === 0 && tokens.length > 1 && following?.kind === 'word';
  if (/^\p{Lu}/u.test(token.text)) {
    const plural = head && (tokens.length > 1 || isAbbreviation(token.text));
    return plural ? [token.key, pluralOf(token.key)] : [token.key];
  }
  return head || verb ? [...formsOf(token.key, tokens.length === 1)] : [token.key];
}

/** UBND, NGO, U.N.; also with the plural's small s. */
export function isAbbreviation(word: string): boolean {
  return /^\p{Lu}(?:[\p{Lu}\p{N}.]*\p{Lu})[.]?s?$/u.test(word);
}
