import type { Edition } from '@desk/articles';
import type { Dismissal, FoundTerm } from '@desk/contracts';
import type { Language } from '@desk/languages';
import {
  checkSegment,
  findingKey,
  type Finding,
  type PairTerms,
  type Severity,
} from '../checks/index.js';
import { plainText, segmentKinds } from '../segments/index.js';
import type { StoredSegment } from '../segment.js';
import type { Dismissals } from './dismissals.queries.js';

/** A finding with the name by which it is dismissed, and with its dismissal. */
export interface KnownFinding extends Finding {
  readonly key: string;
  readonly dismissal: Dismissal | null;
}

/** Looks the glossary's terms up in a text. */
export type FindTerms = (
  text: string,
  language: Language,
  targetLanguage?: Language,
) => readonly FoundTerm[];

/** What the findings of an edition's segments depend on besides the segments. */
export interface FindingsGround {
  readonly edition: Edition;
  readonly findTerms: FindTerms;
  readonly dismissals: Dismissals;
  /** Confirmed segments with the same source, by its hash. */
  readonly sameSource: (sourceHash: string) => readonly StoredSegment[];
}

/** The findings of a segment. One that nobody has begun has none yet. */
export function knownFindings(segment: StoredSegment, ground: FindingsGround): KnownFinding[] {
  if (segment.target === '') return [];
  const { edition, findTerms, dismissals, sameSource } = ground;
  const { sourceLanguage, language: targetLanguage } = edition;
  const kind = segmentKinds.find((one) => one === segment.kind);
  const pair = {
    source: segment.source,
    target: segment.target,
    sourceLanguage,
    targetLanguage,
    ...(kind ? { kind } : {}),
    terms: termsOf(segment, findTerms, sourceLanguage, targetLanguage),
    others: sameSource(segment.sourceHash).filter(({ id }) => id !== segment.id),
  };
  return checkSegment(pair, edition.policy.checks).map((finding) => {
    const key = findingKey(finding);
    return { ...finding, key, dismissal: dismissals(segment.sourceHash, key) };
  });
}

function termsOf(
  { source, target }: StoredSegment,
  findTerms: FindTerms,
  from: Language,
  to: Language,
): PairTerms {
  const inSource = findTerms(plainText(source), from, to);
  const inTarget = findTerms(plainText(target), to, to);
  const preferred: Record<string, string> = {};
  for (const { conceptId, targets } of [...inSource, ...inTarget]) {
    const wanted = targets.find(
      ({ language, status }) => language === to && status === 'preferred',
    );
    if (wanted) preferred[conceptId] = wanted.term;
  }
  return { source: inSource, target: inTarget, preferred };
}

/** How many findings stand, notes aside, and how many were dismissed. */
export interface FindingCounts {
  readonly blocking: number;
  readonly warning: number;
  readonly dismissed: number;
}

export function countsOf(findings: readonly KnownFinding[]): FindingCounts {
  const standing = (severity: Severity): number =>
    findings.filter((one) => one.severity === severity && !isDismissed(one)).length;
  return {
    blocking: standing('blocking'),
    warning: standing('warning'),
    dismissed: findings.filter(isDismissed).length,
  };
}

/** What a section has made blocking since it was dismissed stands again. */
export const isDismissed = ({ severity, dismissal }: KnownFinding): boolean =>
  dismissal !== null && severity !== 'blocking';
