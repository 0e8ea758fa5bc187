import type { Language } from '@desk/languages';
import { khmerEdges } from './khmer-edges.js';
import { isInLongerName } from './longer-name.js';
import type { TermEnd } from './term-index.js';
import type { Token } from './tokens.js';
import { isInCompound } from './vietnamese-compounds.js';

/** Whether tokens `from` (in) to `to` (out) are a term, and no part of something longer. */
export type StandsAlone = (from: number, to: number, end: TermEnd) => boolean;

export function standsAlone(tokens: readonly Token[], language: Language): StandsAlone {
  const edges = khmerEdges(tokens);
  return (from, to, end) => {
    if (isInsideWord(tokens, from, to) || isInAddress(tokens, from, to)) return false;
    if (isInDocumentNumber(tokens, from)) return false;
    if (end.capitals.words > 0 && isInLongerName(tokens, from, to, language)) return false;
    if (language === 'vi' && isInCompound(tokens, from, to)) return false;
    return edges(from, to);
  };
}

/** What may follow an apostrophe after a whole word: China's, they'll. */
const CLITIC = /^(?:s|ll|d|re|ve|m)$/;

/** O'Brien holds no Brien, don't no don. */
function isInsideWord(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, sign] = [tokens[from - 2], tokens[from - 1]];
  const first = tokens[from];
  if (first?.kind === 'word' && first.gap === 'none' && sign?.key === "'" && sign.gap === 'none') {
    if (before?.kind === 'word') return true;
  }
  const [next, following] = [tokens[to], tokens[to + 1]];
  if (tokens[to - 1]?.kind !== 'word') return false;
  if (next?.key !== "'" || next.gap !== 'none') return false;
  return following?.kind === 'word' && following.gap === 'none' && !CLITIC.test(following.key);
}

/** In china.com and news@river.vn nobody reads a word. */
function isInAddress(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, sign, first] = [tokens[from - 2], tokens[from - 1], tokens[from]];
  const joined = first?.gap === 'none' && sign?.gap === 'none' && before?.kind === 'word';
  if (joined && (sign.key === '@' || (sign.key === '.' && /^\p{Ll}/u.test(first.text))))
    return true;
  const [next, following] = [tokens[to], tokens[to + 1]];
  const goesOn = next?.gap === 'none' && following?.gap === 'none' && following.kind === 'word';
  return goesOn && (next.key === '@' || (next.key === '.' && /^\p{Ll}/u.test(following.text)));
}

/** In 23/KH-UBND nobody is named: it is the number of a document. */
function isInDocumentNumber(tokens: readonly Token[], from: number): boolean {
  let slash = false;
  for (let at = from; at > 0 && tokens[at]?.gap === 'none'; at -= 1) {
    const before = tokens[at - 1];
    if (before?.key === '/') slash = true;
    else if (slash && /^\p{Nd}/u.test(before?.text ?? '')) return true;
    else if (before?.key !== '-' && before?.kind !== 'word') return false;
  }
  return false;
}
