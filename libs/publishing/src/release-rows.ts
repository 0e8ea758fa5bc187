import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Edition } from '@desk/articles';
import { releaseStateSchema, type ReleaseState } from '@desk/contracts';
import { change, firstRow, isDuplicate, newId } from '@desk/database';
import { Missing, Refused } from '@desk/errors';
import { release, type Release } from './release.queries.js';

/** The writing of `release` and `release_edition`. */

interface NewRelease {
  readonly state: 'planned' | 'published';
  readonly publishAt: Date;
  readonly createdBy: string;
  readonly at: Date;
}

/**
 * Writes down a release that names the approved revision of each edition.
 * @throws Refused `release.already_planned` when an edition waits for another release
 */
export async function addRelease(
  tx: EntityManager,
  editions: readonly Edition[],
  { state, publishAt, createdBy, at }: NewRelease,
): Promise<Release> {
  const id = newId();
  const [first] = editions;
  if (!first) throw new Error('a release of no edition');
  await change(
    tx,
    `INSERT INTO \`release\` (id, article_id, state, publish_at, created_by, created_at,
       published_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, first.articleId, state, publishAt, createdBy, at, state === 'published' ? at : null],
  );
  for (const edition of editions) {
    if (edition.approvedRevisionId === null) {
      throw new Refused('release.not_signed_off', { language: edition.language });
    }
    const hash = await revisionHash(tx, edition.approvedRevisionId);
    const planned = state === 'planned' ? edition.id : null;
    await addEdition(tx, [id, edition.id, edition.approvedRevisionId, hash, planned]);
  }
  return release(tx, id);
}

/** Only the hash: whether the text still is what it names is asked when it goes public. */
async function revisionHash(tx: EntityManager, id: string): Promise<string> {
  const named = await firstRow(
    tx,
    z.object({ hash: z.string() }),
    'SELECT hash FROM revision WHERE id = ?',
    [id],
  );
  if (!named) throw new Missing('revision.missing', { id });
  return named.hash;
}

async function addEdition(tx: EntityManager, row: (string | null)[]): Promise<void> {
  try {
    await change(tx, 'INSERT INTO release_edition VALUES (?, ?, ?, ?, ?)', row);
  } catch (error) {
    if (isDuplicate(error)) throw new Refused('release.already_planned');
    throw error;
  }
}

/**
 * Locks the release against everybody who would publish, cancel or fail it, until the
 * transaction ends; then says its state.
 */
export async function lockRelease(tx: EntityManager, id: string): Promise<ReleaseState> {
  const locked = await firstRow(
    tx,
    z.object({ state: releaseStateSchema }),
    'SELECT state FROM `release` WHERE id = ? FOR UPDATE',
    [id],
  );
  if (!locked) throw new Missing('release.missing', { id });
  return locked.state;
}

/** Ends the plan of a release that was locked. */
export async function closePlan(
  tx: EntityManager,
  id: string,
  end: { state: 'published' | 'cancelled' | 'failed'; at: Date; failure?: string },
): Promise<void> {
  await change(
    tx,
    `UPDATE \`release\` SET state = ?, published_at = ?, failure = ?, version = version + 1
     WHERE id = ?`,
    [end.state, end.state === 'published' ? end.at : null, end.failure ?? null, id],
  );
  await change(tx, 'UPDATE release_edition SET planned_key = NULL WHERE release_id = ?', [id]);
}
