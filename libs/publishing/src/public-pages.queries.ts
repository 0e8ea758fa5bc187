import { z } from 'zod';
import { firstRow, rows, type Sql } from '@desk/database';
import type { Correction } from './published-page.js';

/** The address under which readers know the edition now; null when it has no page. */
export async function publicSlug(sql: Sql, editionId: string): Promise<string | null> {
  const page = await firstRow(
    sql,
    z.object({ slug: z.string() }),
    'SELECT slug FROM public_page WHERE edition_id = ?',
    [editionId],
  );
  return page?.slug ?? null;
}

export async function isPublicSection(sql: Sql, sectionId: string): Promise<boolean> {
  const found = await firstRow(
    sql,
    z.object({ id: z.uuid() }),
    'SELECT id FROM public_section WHERE id = ?',
    [sectionId],
  );
  return found !== null;
}

/** What was corrected in an edition, oldest first. */
export async function correctionsOf(sql: Sql, editionId: string): Promise<Correction[]> {
  const found = await rows(
    sql,
    z.object({ at: z.date(), note: z.string() }),
    `SELECT corrected_at AS at, note FROM correction WHERE edition_id = ?
     ORDER BY corrected_at, id`,
    [editionId],
  );
  return found.map(({ at, note }) => ({ at: at.toISOString(), note }));
}

/** The names of people in the order of their ids as given. */
export async function namesOf(sql: Sql, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const people = await rows(
    sql,
    z.object({ id: z.uuid(), name: z.string() }),
    'SELECT id, name FROM account WHERE id IN (?)',
    [accountIds],
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return accountIds.flatMap((id) => names.get(id) ?? []);
}
