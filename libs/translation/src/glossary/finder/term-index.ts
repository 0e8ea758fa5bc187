import type { Language } from '@desk/languages';
import type { GlossaryTerm } from '../glossary-term.js';
import { type Capitals, capitalsOf } from './letter-case.js';
import { type Step, stepsOf, wordingsOf } from './term-pattern.js';

/** Where the steps of a term end, and what must be true of the text to count as it. */
export interface TermEnd {
  readonly term: GlossaryTerm;
  readonly capitals: Capitals;
  /** How many white spaces the term itself has: Khmer is written with or without them. */
  readonly spaces: number;
}

export interface TermNode {
  readonly next: Map<string, TermNode>;
  readonly ends: TermEnd[];
}

/** All terms as one tree of steps a language: looking up costs the same for 50 or 50,000. */
export type TermIndex = Readonly<Record<Language, TermNode>>;

export function termIndex(terms: Iterable<GlossaryTerm>): TermIndex {
  const index: TermIndex = { vi: aNode(), en: aNode(), km: aNode() };
  for (const term of terms) {
    for (const wording of wordingsOf(term.term)) {
      insert(index[term.language], stepsOf(wording, term.language), 0, {
        term,
        capitals: capitalsOf(wording, term.language),
        spaces: wording.match(/\s+/gu)?.length ?? 0,
      });
    }
  }
  return index;
}

function insert(node: TermNode, steps: readonly Step[], at: number, end: TermEnd): void {
  const step = steps[at];
  if (step === undefined) {
    if (at > 0 && !node.ends.some((known) => known.term === end.term)) node.ends.push(end);
    return;
  }
  if (step.optional) insert(node, steps, at + 1, end);
  for (const key of step.keys) insert(child(node, key), steps, at + 1, end);
}

function child(node: TermNode, key: string): TermNode {
  const known = node.next.get(key);
  if (known !== undefined) return known;
  const made = aNode();
  node.next.set(key, made);
  return made;
}

function aNode(): TermNode {
  return { next: new Map(), ends: [] };
}
