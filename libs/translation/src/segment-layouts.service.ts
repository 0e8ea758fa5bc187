import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { revision as readRevision, type Edition } from '@desk/articles';
import { newId } from '@desk/database';
import { Invalid, Refused } from '@desk/errors';
import { Commands } from '@desk/ledger';
import type { Person } from '@desk/people';
import { joinedTarget } from './joined-target.js';
import { noteContributor } from './note-contributor.js';
import { keepLayout, layoutOf } from './segment-layouts.queries.js';
import type { StoredSegment } from './segment.js';
import { segmentsOf } from './segments.queries.js';
import {
  decomposeCovering,
  withCut,
  withJoin,
  type CoveringSegment,
  type SegmentLayout,
} from './segments/index.js';
import { writableSegment } from './writable-segment.js';

/** Where a segment is cut: offsets of the plain source and of the target. */
export interface Cut {
  readonly offset: number;
  readonly targetOffset?: number | undefined;
}

/** From which segment on an edition's segments are other ones now. */
export interface LaidOut {
  readonly editionId: string;
  readonly position: number;
}

interface Work {
  readonly edition: Edition;
  readonly rows: readonly StoredSegment[];
  readonly segments: readonly CoveringSegment[];
  readonly layout: SegmentLayout;
  /** Where the segment stands among `rows`. */
  readonly at: number;
}

/** Joins and cuts segments, where the sentences of the source do not suit the target. */
@Injectable()
export class SegmentLayouts {
  constructor(private readonly commands: Commands) {}

  /**
   * Makes one segment of two neighbours; what was typed into both stands in it as a draft.
   * @throws Invalid `segment.no_neighbour` at the end of a paragraph
   * @throws Refused `segment.changed_meanwhile`, and what `writableSegment` refuses
   */
  join(person: Person, segmentId: string, expectedVersion: number): Promise<LaidOut> {
    return this.commands.run(async (tx, now) => {
      const work = await this.begin(tx, person, segmentId, expectedVersion);
      const { rows, segments, at, layout } = work;
      const [one, other] = [segments[at], segments[at + 1]];
      const [before, after] = [rows[at], rows[at + 1]];
      if (!one || !before || !after || one.place !== other?.place) {
        throw new Invalid('segment.no_neighbour', { position: at });
      }
      await this.layOut(tx, work, withJoin(layout, one.covers, other.covers));
      await tx.query('DELETE FROM segment WHERE id = ?', [after.id]);
      await moveRows(tx, work, -1);
      const fresh = await this.describe(tx, work);
      const target = joinedTarget(before, after, fresh[at]?.source ?? '');
      await write(tx, before.id, { target, from: [before, after], person, now });
      await noteContributor(tx, work.edition, person.id, now);
      return { editionId: work.edition.id, position: at };
    });
  }

  /**
   * Cuts a segment in two. Without `targetOffset` the first keeps what was typed.
   * @throws Invalid `segment.cut_place` where nothing can be cut
   * @throws Refused `segment.changed_meanwhile`, and what `writableSegment` refuses
   */
  cut(person: Person, segmentId: string, expectedVersion: number, cut: Cut): Promise<LaidOut> {
    return this.commands.run(async (tx, now) => {
      const work = await this.begin(tx, person, segmentId, expectedVersion);
      const { rows, segments, at } = work;
      const [one, row] = [segments[at], rows[at]];
      const layout = one && withCut(work.layout, one.covers, one.gaps, cut.offset);
      if (!row || !layout) throw new Invalid('segment.cut_place', { position: at });
      await this.layOut(tx, work, layout);
      await moveRows(tx, work, 1);
      await tx.query(
        `INSERT INTO segment (id, edition_id, source_revision_id, position, place, kind, source,
           source_hash, context_hash, codes, target, updated_at)
         SELECT ?, edition_id, source_revision_id, position + 1, place, kind, '', '', '', '[]',
           '', ? FROM segment WHERE id = ?`,
        [newId(), now, row.id],
      );
      await this.describe(tx, work);
      const { targetOffset = row.target.length } = cut;
      const [first, second] = [row.target.slice(0, targetOffset), row.target.slice(targetOffset)];
      await write(tx, row.id, { target: first.trim(), from: [row], person, now });
      const next = (await this.rowsOf(tx, work))[at + 1];
      if (next) await write(tx, next.id, { target: second.trim(), from: [row], person, now });
      await noteContributor(tx, work.edition, person.id, now);
      return { editionId: work.edition.id, position: at };
    });
  }

  private async begin(
    tx: EntityManager,
    person: Person,
    segmentId: string,
    expectedVersion: number,
  ): Promise<Work> {
    const { segment, edition } = await writableSegment(tx, person, segmentId);
    if (segment.version !== expectedVersion) {
      throw new Refused('segment.changed_meanwhile', {
        currentVersion: segment.version,
        theirs: segment.target,
      });
    }
    const { sourceRevisionId } = segment;
    const layout = await layoutOf(tx, edition.id, sourceRevisionId);
    const source = await readRevision(tx, sourceRevisionId);
    const rows = await segmentsOf(tx, edition.id, sourceRevisionId);
    const segments = decomposeCovering(source, source.language, layout);
    return { edition, rows, segments, layout, at: segment.position };
  }

  private layOut(tx: EntityManager, { edition, rows }: Work, layout: SegmentLayout): Promise<void> {
    return keepLayout(tx, edition.id, rows[0]?.sourceRevisionId ?? '', layout);
  }

  private rowsOf(tx: EntityManager, { edition, rows }: Work): Promise<StoredSegment[]> {
    return segmentsOf(tx, edition.id, rows[0]?.sourceRevisionId ?? '');
  }

  /** Writes into the rows what the segments of the new layout are, where it differs. */
  private async describe(tx: EntityManager, work: Work): Promise<CoveringSegment[]> {
    const { edition, rows } = work;
    const sourceRevisionId = rows[0]?.sourceRevisionId ?? '';
    const source = await readRevision(tx, sourceRevisionId);
    const layout = await layoutOf(tx, edition.id, sourceRevisionId);
    const fresh = decomposeCovering(source, source.language, layout);
    const now = await this.rowsOf(tx, work);
    if (now.length !== fresh.length) throw new Error('segments and rows do not agree');
    for (const [index, segment] of fresh.entries()) {
      const row = now[index];
      if (
        !row ||
        (row.sourceHash === segment.sourceHash && row.contextHash === segment.contextHash)
      )
        continue;
      await tx.query(
        `UPDATE segment SET source = ?, source_hash = ?, context_hash = ?, codes = ?, gap = ?
         WHERE id = ?`,
        [
          segment.source,
          segment.sourceHash,
          segment.contextHash,
          JSON.stringify(segment.codes),
          segment.trailing,
          row.id,
        ],
      );
    }
    return fresh;
  }
}

/** Makes room behind the segment, or closes the gap that one left. */
async function moveRows(tx: EntityManager, { edition, rows, at }: Work, by: 1 | -1): Promise<void> {
  await tx.query(
    `UPDATE segment SET position = position + ?
     WHERE edition_id = ? AND source_revision_id = ? AND position > ?
     ORDER BY position ${by === 1 ? 'DESC' : 'ASC'}`,
    [by, edition.id, rows[0]?.sourceRevisionId, by === 1 ? at : at + 1],
  );
}

interface LaidOutTarget {
  readonly target: string;
  /** The segments that the target is of. */
  readonly from: readonly StoredSegment[];
  readonly person: Person;
  readonly now: Date;
}

/**
 * What is left of earlier work is a draft: a person has to confirm it as it stands now. What an
 * engine alone has said stays its suggestion.
 */
async function write(
  tx: EntityManager,
  id: string,
  { target, from, person, now }: LaidOutTarget,
): Promise<void> {
  const said = from.filter((one) => one.target !== '');
  const isSuggestion = said.every(({ origin }) => origin === 'engine');
  await tx.query(
    `UPDATE segment SET target = ?, status = ?, origin = ?, match_score = NULL,
       memory_match = NULL, previous_source = NULL, engine = ?, edited_by = ?, updated_at = ?,
       version = version + 1 WHERE id = ?`,
    [
      target,
      target === '' ? 'untranslated' : 'draft',
      target === '' ? 'none' : isSuggestion ? 'engine' : 'person',
      target === '' ? null : (said.find(({ engine }) => engine !== null)?.engine ?? null),
      person.id,
      now,
      id,
    ],
  );
}
