import type { EntityManager } from 'typeorm';
import { newId } from '@desk/database';
import type { Edition } from './edition.js';

/** Keeps how long an edition was in the state that it leaves now. */
export async function noteStay(tx: EntityManager, edition: Edition, at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO edition_stay (id, edition_id, section_id, language, is_source, state, began_at,
       ended_at)
     SELECT ?, id, section_id, language, is_source, state, state_since, ?
     FROM edition WHERE id = ? AND state = ? AND version = ?`,
    [newId(), at, edition.id, edition.state, edition.version],
  );
}
