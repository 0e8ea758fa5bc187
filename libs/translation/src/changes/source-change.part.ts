import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  letStandFor,
  revision as readRevision,
  saidSignificance,
  type Move,
  type TransitionPart,
} from '@desk/articles';
import type { EditionState } from '@desk/contracts';
import { firstRow } from '@desk/database';
import { record } from '@desk/ledger';
import { decompose } from '../segments/index.js';
import { settledSignificance, weighChange } from './weigh-change.js';

/**
 * When a changed source is approved, says how much the change means to its translations. When
 * it is a typo for its writer and for the machine, translations of the earlier revision stand.
 */
@Injectable()
export class SourceChangePart implements TransitionPart {
  readonly actions = ['sign_off'] as const;

  async after(tx: EntityManager, { edition, at, to }: Move & { to: EditionState }): Promise<void> {
    const { reviewRevisionId: revisionId, language } = edition;
    if (to !== 'approved' || !edition.isSource || !revisionId) return;
    const earlierId = await lastApproved(tx, edition.id);
    if (!earlierId || earlierId === revisionId) return;
    const [earlier, fresh] = await Promise.all([
      readRevision(tx, earlierId),
      readRevision(tx, revisionId),
    ]);
    const said = await saidSignificance(tx, edition.id);
    const weight = weighChange(decompose(earlier, language), decompose(fresh, language), language);
    const significance = settledSignificance(said, weight);
    if (significance === 'typo') await letStandFor(tx, revisionId, earlierId);
    const { sectionId, articleId, id: editionId } = edition;
    const subject = { sectionId, articleId, editionId, language, revisionId };
    const signs = [...weight.signs];
    await record(tx, at, null, 'source.change_weighed', subject, { said, significance, signs });
  }
}

/** The revision that was approved last, also when its approval was recalled meanwhile. */
async function lastApproved(tx: EntityManager, editionId: string): Promise<string | null> {
  const found = await firstRow(
    tx,
    z.object({ id: z.uuid().nullable() }),
    `SELECT revision_id AS id FROM ledger_entry
     WHERE edition_id = ? AND fact = 'edition.approved' ORDER BY id DESC LIMIT 1`,
    [editionId],
  );
  return found?.id ?? null;
}
