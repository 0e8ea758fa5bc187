import type { ChangeSignificance, ChangeSign } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { difference } from '../match/index.js';
import {
  alignRevisions,
  plainText,
  removedSegments,
  type AlignedSegment,
} from '../segments/index.js';
import { changedWords } from './changed-words.js';

/** What the machine finds in a change, and how much it makes of it. */
export interface Weight {
  readonly significance: ChangeSignificance;
  /** What speaks against a mere typo; each once. */
  readonly signs: readonly ChangeSign[];
}

/** A sentence of a revision, with what its codes stand for. */
export type WeighedSegment = AlignedSegment & { readonly codes: readonly unknown[] };

const order = ['typo', 'detail', 'substance'] as const;
/** A sentence of which more than this share is other than before was written anew. */
const REWRITTEN_SHARE = 0.35;
const FEW_LETTERS = 12;

/**
 * How much a text changed. A changed number, name, date or negation is never a typo, whatever
 * its writer calls it; a sentence added, left out or written anew is substance.
 */
export function weighChange(
  old: readonly WeighedSegment[],
  fresh: readonly WeighedSegment[],
  language: Language,
): Weight {
  const alignments = alignRevisions(old, fresh);
  const signs = new Set<ChangeSign>();
  if (removedSegments(old, alignments).length > 0) signs.add('sentence');
  alignments.forEach((alignment, index) => {
    const now = fresh[index];
    if (!now || alignment.kind === 'same') return;
    const before = alignment.old === null ? undefined : old[alignment.old];
    if (!before) signs.add('sentence');
    else for (const sign of signsOf(before, now, language)) signs.add(sign);
  });
  const heavy = signs.has('sentence') || signs.has('rewritten');
  return {
    significance: heavy ? 'substance' : signs.size > 0 ? 'detail' : 'typo',
    signs: [...signs].sort(),
  };
}

/** The heavier of what the writer says and what the machine finds; unsaid, no change is a typo. */
export function settledSignificance(
  said: ChangeSignificance | null,
  { significance }: Weight,
): ChangeSignificance {
  const rank = Math.max(order.indexOf(said ?? 'detail'), order.indexOf(significance));
  return order[rank] ?? 'substance';
}

function signsOf(old: WeighedSegment, fresh: WeighedSegment, language: Language): ChangeSign[] {
  const [before, now] = [plainText(old.source), plainText(fresh.source)];
  const signs = changedWords(before, now, language);
  if (isRewritten(before, now)) signs.push('rewritten');
  if (JSON.stringify(old.codes) !== JSON.stringify(fresh.codes)) signs.push('markup');
  return signs;
}

function isRewritten(before: string, now: string): boolean {
  let changed = 0;
  for (const { kind, text } of difference(now, before)) {
    if (kind !== 'equal') changed += text.length;
  }
  return changed > FEW_LETTERS && changed / (before.length + now.length) > REWRITTEN_SHARE;
}
