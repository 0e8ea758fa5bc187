import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Move, TransitionPart } from '@desk/articles';
import type { EditionState } from '@desk/contracts';
import { preparedFor, preparedRevision, segmentsOf } from '../segments.queries.js';
import { keepApproval, keepSubmission } from './segment-figures.queries.js';

/** Notes what translators submit and how much of it is another when it is approved. */
@Injectable()
export class FiguresPart implements TransitionPart {
  readonly actions = ['submit', 'sign_off'] as const;

  async after(
    tx: EntityManager,
    { action, edition, at, to }: Move & { to: EditionState },
  ): Promise<void> {
    if (edition.isSource) return;
    const isSubmission = action === 'submit';
    if (!isSubmission && to !== 'approved') return;
    const { id: editionId, sourceRevisionId: madeFrom } = edition;
    const sourceRevisionId = isSubmission
      ? await preparedRevision(tx, editionId)
      : madeFrom && (await preparedFor(tx, editionId, madeFrom));
    if (sourceRevisionId === null) return;
    const work = { editionId, sourceRevisionId };
    const segments = await segmentsOf(tx, editionId, sourceRevisionId);
    if (isSubmission) await keepSubmission(tx, work, segments, at);
    else await keepApproval(tx, work, segments, at);
  }
}
