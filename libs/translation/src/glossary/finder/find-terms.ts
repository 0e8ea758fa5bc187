import type { Language } from '@desk/languages';
import { LONG_KHMER, looseClusterKey } from './khmer-cluster.js';
import { termStatuses, type TermHit } from '../glossary-term.js';
import { hasCapitals } from './letter-case.js';
import { type StandsAlone, standsAlone } from './stands-alone.js';
import type { TermEnd, TermIndex, TermNode } from './term-index.js';
import { type Token, tokensOf } from './tokens.js';

/** Tokens `from` (in) to `to` (out) of a text that a term may have. */
interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly end: TermEnd;
}

/**
 * The terms of the index in a plain text, in the order of the text. Of terms that overlap the
 * longest is taken, of equally long ones the first; where one wording belongs to several concepts
 * there is a hit for each.
 */
export function findTerms(index: TermIndex, text: string, language: Language): TermHit[] {
  const tokens = tokensOf(text, language);
  const candidates: Candidate[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    walk(tokens, from, from, index[language], 0, (to, end, spaces) => {
      const taken = tokens.slice(from, to);
      if (spaces > end.spaces && taken.length < LONG_KHMER) return;
      if (hasCapitals(taken, end.capitals)) candidates.push({ from, to, end });
    });
  }
  const alone = standsAlone(tokens, language);
  return longest(candidates, tokens, alone, text);
}

/**
 * Follows the tree of terms along the tokens and tells each place where a term ends. Short Khmer
 * terms go on by the cluster as it is, long ones by its loose form.
 */
function walk(
  tokens: readonly Token[],
  from: number,
  at: number,
  node: TermNode,
  spaces: number,
  found: (to: number, end: TermEnd, spaces: number) => void,
): void {
  const token = tokens[at];
  if (token === undefined || (at > from && token.gap === 'line')) return;
  const within = at > from && token.kind === 'khmer' && token.gap === 'space';
  const spacesNow = spaces + (within ? 1 : 0);
  const go = (next: TermNode | undefined): void => {
    if (next === undefined) return;
    for (const end of next.ends) found(at + 1, end, spacesNow);
    if (next.next.size > 0) walk(tokens, from, at + 1, next, spacesNow, found);
  };
  go(node.next.get(token.key));
  if (token.kind === 'khmer') go(node.next.get(looseClusterKey(token.key)));
  if (at > from && mayBeSkipped(tokens, at)) walk(tokens, from, at + 1, node, spaces, found);
}

/** The hyphen of Sri-Lanka, the dot of TP. Hồ Chí Minh. */
function mayBeSkipped(tokens: readonly Token[], at: number): boolean {
  const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (sign?.gap !== 'none' || before?.kind !== 'word' || after?.kind !== 'word') return false;
  if (sign.key === '-') return after.gap === 'none';
  return sign.key === '.' && before.text.length <= 3 && /^\p{Lu}/u.test(before.text);
}

function longest(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  alone: StandsAlone,
  text: string,
): TermHit[] {
  const order = [...candidates].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const owner = new Array<Candidate | undefined>(tokens.length);
  const hits: TermHit[] = [];
  for (const one of order) {
    const [first, last] = [owner[one.from], owner[one.to - 1]];
    const free = owner.slice(one.from, one.to).every((taken) => taken === undefined);
    const same =
      first !== undefined && first === last && first.from === one.from && first.to === one.to;
    if (!free && !same) continue;
    if (!alone(one.from, one.to, one.end)) continue;
    if (free) owner.fill(one, one.from, one.to);
    hits.push({
      ...one.end.term,
      start: tokens[one.from]?.start ?? 0,
      end: tokens[one.to - 1]?.end ?? 0,
    });
  }
  return onceEach(hits, text).sort(
    (a, b) => a.start - b.start || a.conceptId.localeCompare(b.conceptId),
  );
}

/**
 * Two terms of a concept that differ in capitals or marks alone are both found in one place: that
 * which is written just so is meant, else the better one.
 */
function onceEach(hits: readonly TermHit[], text: string): TermHit[] {
  const best = new Map<string, TermHit>();
  const worth = (hit: TermHit) =>
    (text.slice(hit.start, hit.end) === hit.term ? 0 : termStatuses.length) +
    termStatuses.indexOf(hit.status);
  for (const hit of hits) {
    const key = `${String(hit.start)} ${hit.conceptId}`;
    const known = best.get(key);
    if (known === undefined || worth(hit) < worth(known)) best.set(key, hit);
  }
  return [...best.values()];
}
