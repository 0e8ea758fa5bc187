import type { EntityManager } from 'typeorm';

/** The tasks of one edition are changed one after the other, and it stands still meanwhile. */
export async function holdEdition(tx: EntityManager, editionId: string): Promise<void> {
  await tx.query('SELECT id FROM edition WHERE id = ? FOR UPDATE', [editionId]);
}
