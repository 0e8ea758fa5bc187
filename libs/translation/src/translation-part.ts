import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  revision as readRevision,
  WorkingCopies,
  workingText,
  type Edition,
  type Hindrance,
  type Move,
  type TransitionPart,
} from '@desk/articles';
import type { EditionState } from '@desk/contracts';
import type { Sql } from '@desk/database';
import { Refused } from '@desk/errors';
import { Findings } from './findings/index.js';
import { remember } from './memory.queries.js';
import {
  holdEdition,
  preparedFor,
  preparedRevision,
  progressOf,
  segmentsOf,
} from './segments.queries.js';
import { layoutOf } from './segment-layouts.queries.js';
import type { StoredSegment } from './segment.js';
import { recompose } from './segments/index.js';

/** More than anybody mends before trying again. */
const MOST_PLACES = 50;

/** What translation adds to the workflow: no unfinished text is submitted, none is forgotten. */
@Injectable()
export class TranslationPart implements TransitionPart {
  readonly actions = ['submit', 'sign_off'] as const;

  constructor(
    private readonly workingCopies: WorkingCopies,
    private readonly findings: Findings,
  ) {}

  /** A translation is submitted only when a person has confirmed every segment. */
  async hindrance(sql: Sql, { action, edition }: Move): Promise<Hindrance | null> {
    if (action !== 'submit' || edition.isSource) return null;
    return openSegments(sql, edition.id);
  }

  /**
   * Puts the confirmed segments together into the text that is then frozen and signed. Looks
   * once more, since somebody may have saved a segment since the hindrances were asked for.
   */
  async before(tx: EntityManager, { action, edition, person, at }: Move): Promise<void> {
    if (action !== 'submit' || edition.isSource || !person) return;
    await holdEdition(tx, edition.id);
    const open = await openSegments(tx, edition.id);
    if (open) throw new Refused(open.code, open.facts);
    const sourceRevisionId = await preparedRevision(tx, edition.id);
    if (sourceRevisionId === null) return;
    const source = await readRevision(tx, sourceRevisionId);
    const segments = await segmentsOf(tx, edition.id, sourceRevisionId);
    await this.refuseBlocked(tx, edition, segments);
    const layout = await layoutOf(tx, edition.id, sourceRevisionId);
    const composed = recompose(source, segments, edition.language, layout);
    const { slug } = await workingText(tx, edition.id);
    const text = { ...composed, slug };
    await this.workingCopies.compose(tx, edition, text, sourceRevisionId, at);
  }

  /** @throws Refused `translation.findings_blocking` with the places of the first findings */
  private async refuseBlocked(
    tx: EntityManager,
    edition: Edition,
    segments: readonly StoredSegment[],
  ): Promise<void> {
    const findings = await this.findings.of(tx, edition, segments);
    const places = segments.flatMap(({ id, position }, index) =>
      (findings[index] ?? [])
        .filter(({ severity }) => severity === 'blocking')
        .map(({ check, key, side, start, end, message }) => ({
          ...{ segmentId: id, position, check, finding: key, side, start, end },
          code: message.key,
          params: message.params,
        })),
    );
    if (places.length === 0) return;
    throw new Refused('translation.findings_blocking', {
      count: places.length,
      places: places.slice(0, MOST_PLACES),
    });
  }

  /** The last sign-off takes the reviewed segments into the memory. */
  async after(
    tx: EntityManager,
    { action, edition, at, to }: Move & { to: EditionState },
  ): Promise<void> {
    if (action !== 'sign_off' || to !== 'approved' || edition.isSource) return;
    const { sourceRevisionId: madeFrom } = edition;
    const sourceRevisionId = madeFrom && (await preparedFor(tx, edition.id, madeFrom));
    if (sourceRevisionId === null) return;
    const pair = {
      from: edition.sourceLanguage,
      to: edition.language,
      articleId: edition.articleId,
    };
    const segments = await segmentsOf(tx, edition.id, sourceRevisionId);
    await remember(tx, pair, segments, at);
  }
}

async function openSegments(sql: Sql, editionId: string): Promise<Hindrance | null> {
  const sourceRevisionId = await preparedRevision(sql, editionId);
  if (sourceRevisionId === null) return { code: 'translation.not_prepared', facts: {} };
  const { total, confirmed } = await progressOf(sql, editionId, sourceRevisionId);
  return confirmed < total
    ? { code: 'translation.segments_open', facts: { count: total - confirmed, total } }
    : null;
}
