import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Edition } from '@desk/articles';
import type { Sql } from '@desk/database';
import { TermLookup } from '../glossary/index.js';
import type { StoredSegment } from '../segment.js';
import { confirmedWithSource } from '../segments.queries.js';
import { dismissalsOf } from './dismissals.queries.js';
import { knownFindings, type KnownFinding } from './known-finding.js';

/** After so many segments others get their turn: checks of a long text take seconds. */
const SEGMENTS_AT_ONCE = 50;

/** What the quality checks say of segments, with what people have dismissed. */
@Injectable()
export class Findings {
  constructor(private readonly terms: TermLookup) {}

  /** The findings of an edition's segments for one source revision, in their order. */
  async of(
    sql: Sql,
    edition: Edition,
    segments: readonly StoredSegment[],
  ): Promise<KnownFinding[][]> {
    const ground = {
      edition,
      findTerms: await this.terms.finder(sql),
      dismissals: await dismissalsOf(sql, edition.id),
      sameSource: bySource(segments),
    };
    const found: KnownFinding[][] = [];
    for (const segment of segments) {
      found.push(knownFindings(segment, ground));
      if (found.length % SEGMENTS_AT_ONCE === 0) await setImmediate();
    }
    return found;
  }

  /** The findings of one segment among the others of its text. */
  async ofOne(sql: Sql, edition: Edition, segment: StoredSegment): Promise<KnownFinding[]> {
    const same = await confirmedWithSource(sql, segment);
    return knownFindings(segment, {
      edition,
      findTerms: await this.terms.finder(sql),
      dismissals: await dismissalsOf(sql, edition.id),
      sameSource: () => same,
    });
  }
}

/** Only what somebody has confirmed is held against another translation. */
function bySource(segments: readonly StoredSegment[]) {
  const groups = new Map<string, StoredSegment[]>();
  for (const segment of segments) {
    if (segment.status !== 'confirmed') continue;
    const group = groups.get(segment.sourceHash);
    if (group) group.push(segment);
    else groups.set(segment.sourceHash, [segment]);
  }
  return (sourceHash: string): readonly StoredSegment[] => groups.get(sourceHash) ?? [];
}
