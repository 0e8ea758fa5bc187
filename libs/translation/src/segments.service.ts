import { Injectable } from '@nestjs/common';
import { edition as readEdition, readableEdition } from '@desk/articles';
import type { FoundTerm } from '@desk/contracts';
import { change, Transactions, type Sql } from '@desk/database';
import { Invalid, Refused } from '@desk/errors';
import { Commands } from '@desk/ledger';
import type { Person } from '@desk/people';
import { suggestionsIn, type SuggestionsSeen } from './engines/index.js';
import { countsOf, Findings, type FindingCounts, type KnownFinding } from './findings/index.js';
import { TermLookup } from './glossary/index.js';
import { difference, type Run } from './match/index.js';
import { noteContributor } from './note-contributor.js';
import type { StoredSegment } from './segment.js';
import {
  preparedRevision,
  progressOf,
  segment as readSegment,
  segmentsOf,
} from './segments.queries.js';
import { checkCodes, plainText } from './segments/index.js';
import { writableSegment } from './writable-segment.js';

/** A segment with what the quality checks say of its target. */
export interface SavedSegment extends StoredSegment {
  readonly findings: readonly KnownFinding[];
}

/** A segment with what the glossary knows of its source, and what changed in it, besides. */
export interface SheetSegment extends SavedSegment {
  readonly terms: readonly FoundTerm[];
  /** How the source changed since it was translated; null: it has not. */
  readonly sourceDifference: readonly Run[] | null;
}

/** The segments of an edition with how far they are. */
export interface SegmentSheet {
  readonly sourceRevisionId: string | null;
  readonly total: number;
  readonly confirmed: number;
  /** How many findings stand, notes aside, and how many were dismissed. */
  readonly findings: FindingCounts;
  /** What the translation engine did; null: nobody has asked for it. */
  readonly suggestions: SuggestionsSeen | null;
  readonly items: readonly SheetSegment[];
}

/** What a translator sets on a segment. A confirmed segment counts as translated. */
export interface SegmentText {
  readonly target: string;
  readonly status: 'draft' | 'confirmed';
}

/** Translators' work, segment by segment. */
@Injectable()
export class Segments {
  constructor(
    private readonly transactions: Transactions,
    private readonly commands: Commands,
    private readonly terms: TermLookup,
    private readonly findings: Findings,
  ) {}

  /** The newest segments of a translation; empty for a source. */
  async sheet(person: Person, editionId: string): Promise<SegmentSheet> {
    return this.transactions.seenAtOnce((tx) => this.sheetIn(tx, person, editionId));
  }

  private async sheetIn(sql: Sql, person: Person, editionId: string): Promise<SegmentSheet> {
    const edition = await readEdition(sql, editionId);
    readableEdition(person, edition);
    const sourceRevisionId = await preparedRevision(sql, editionId);
    if (sourceRevisionId === null) {
      const none = { total: 0, confirmed: 0, suggestions: null, items: [] };
      return { sourceRevisionId, findings: countsOf([]), ...none };
    }
    const segments = await segmentsOf(sql, editionId, sourceRevisionId);
    const find = await this.terms.finder(sql);
    const { sourceLanguage, language } = edition;
    const findings = await this.findings.of(sql, edition, segments);
    const items = segments.map((one, index) => ({
      ...one,
      findings: findings[index] ?? [],
      terms: find(plainText(one.source), sourceLanguage, language),
      sourceDifference: sourceDifference(one),
    }));
    return {
      sourceRevisionId,
      ...(await progressOf(sql, editionId, sourceRevisionId)),
      findings: countsOf(findings.flat()),
      suggestions: await suggestionsIn(sql, editionId, sourceRevisionId, segments),
      items,
    };
  }

  /**
   * Saves one segment. Who saves becomes a contributor of the edition.
   * @throws Refused `segment.changed_meanwhile` with both texts (guarantee E),
   *   `segment.superseded` when the source has moved on, `edition.not_writable`
   * @throws Invalid `segment.codes_broken`, `segment.empty`
   */
  async save(
    person: Person,
    segmentId: string,
    expectedVersion: number,
    text: SegmentText,
  ): Promise<SavedSegment> {
    return this.commands.run(async (tx, at) => {
      const yours = { yours: text.target };
      const { segment: before, edition } = await writableSegment(tx, person, segmentId, yours);
      refuseBroken(before, text);
      const touched = await change(
        tx,
        `UPDATE segment SET target = ?, status = ?, origin = 'person', edited_by = ?,
           updated_at = ?, version = version + 1 WHERE id = ? AND version = ?`,
        [
          text.target,
          text.target === '' ? 'untranslated' : text.status,
          person.id,
          at,
          segmentId,
          expectedVersion,
        ],
      );
      if (touched !== 1) {
        throw new Refused('segment.changed_meanwhile', {
          currentVersion: before.version,
          yours: text.target,
          theirs: before.target,
        });
      }
      await noteContributor(tx, edition, person.id, at);
      const saved = await readSegment(tx, segmentId);
      return { ...saved, findings: await this.findings.ofOne(tx, edition, saved) };
    });
  }

  /**
   * Marks a segment that its translator is not sure of, or takes the mark away. It says nothing
   * of the text, so that nobody who types meanwhile has a conflict, and nobody becomes a contributor.
   * @throws Refused `segment.superseded`, `edition.not_writable`
   */
  async doubt(person: Person, segmentId: string, doubtful: boolean): Promise<SavedSegment> {
    return this.commands.run(async (tx) => {
      const { edition } = await writableSegment(tx, person, segmentId);
      await tx.query('UPDATE segment SET doubtful = ? WHERE id = ?', [doubtful, segmentId]);
      const marked = await readSegment(tx, segmentId);
      return { ...marked, findings: await this.findings.ofOne(tx, edition, marked) };
    });
  }
}

const sourceDifference = ({ source, previousSource }: StoredSegment): Run[] | null =>
  previousSource === null ? null : difference(plainText(source), plainText(previousSource));

/** Spaces alone, also those of no width that Khmer is written with. */
const saysNothing = (target: string): boolean => /^[\s\u200B-\u200D\u2060]*$/.test(target);

/** A draft may be unfinished; what is confirmed has its codes whole and says something. */
function refuseBroken(segment: StoredSegment, text: SegmentText): void {
  if (text.status !== 'confirmed') return;
  if (saysNothing(text.target)) throw new Invalid('segment.empty', { position: segment.position });
  const problems = checkCodes(segment.source, text.target);
  if (problems.length > 0) throw new Invalid('segment.codes_broken', { problems });
}
