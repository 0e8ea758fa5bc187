import type { EntityManager } from 'typeorm';
import { edition as readEdition } from '@desk/articles';
import { change } from '@desk/database';
import type { Entry, Fact } from '@desk/ledger';
import { holdEdition } from './hold-edition.js';
import { settleRounds } from './settle-rounds.js';
import { finishTranslation, reopenTranslation } from './translations.js';

/** The facts after which tasks may be other than before. */
export const followedFacts: readonly Fact[] = [
  'edition.submitted',
  'edition.signed_off',
  'edition.changes_requested',
  'edition.recalled',
  'article.changed',
];

/**
 * Makes the tasks what they should be after a fact, in the caller's transaction. It goes by how
 * things stand now, not by what the fact says, so facts may be heard late, twice, or in another
 * order than they happened.
 */
export async function followFact(tx: EntityManager, at: Date, entry: Entry): Promise<void> {
  if (!followedFacts.includes(entry.fact)) return;
  if (entry.fact === 'article.changed') return followSection(tx, entry);
  if (entry.editionId === null) return;
  await holdEdition(tx, entry.editionId);
  const edition = await readEdition(tx, entry.editionId);
  if (entry.fact === 'edition.submitted') await finishTranslation(tx, at, edition, entry);
  await settleRounds(tx, at, edition);
  if (entry.fact === 'edition.changes_requested') await reopenTranslation(tx, at, edition);
}

/** An article that has moved takes its tasks along, as they are for other people then. */
async function followSection(tx: EntityManager, { articleId }: Entry): Promise<void> {
  await change(
    tx,
    `UPDATE task t JOIN article a ON a.id = t.article_id
     SET t.section_id = a.section_id, t.version = t.version + 1
     WHERE t.article_id = ? AND t.section_id <> a.section_id`,
    [articleId],
  );
}
