import { z } from 'zod';
import { boardFilterSchema, type SavedView } from '@desk/contracts';
import { jsonColumn, rows, type Sql } from '@desk/database';
import { visibleSections, type Person } from '@desk/people';

const rowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  filter: jsonColumn(boardFilterSchema),
  sectionId: z.uuid().nullable(),
  ownerId: z.uuid(),
  ownerName: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});

const select = `SELECT v.id, v.name, v.filter, v.section_id AS sectionId, v.account_id AS ownerId,
    a.name AS ownerName, v.created_at AS createdAt, v.updated_at AS updatedAt, v.version
  FROM saved_view v JOIN account a ON a.id = v.account_id`;

/** A person's own views and those shared with sections that they see, their own first. */
export async function viewsOf(sql: Sql, person: Person): Promise<SavedView[]> {
  const seen = visibleSections(person);
  const shared = seen === null ? 'v.section_id IS NOT NULL' : 'v.section_id IN (?)';
  const found = await rows(
    sql,
    rowSchema,
    `${select} WHERE v.account_id = ? ${seen?.length === 0 ? '' : `OR ${shared}`}
     ORDER BY v.account_id <> ?, v.name, v.id`,
    [person.id, ...(seen !== null && seen.length > 0 ? [seen] : []), person.id],
  );
  return found.map((row) => shown(row, person));
}

/** A view of the person's own; null when there is none of theirs. */
export async function ownView(sql: Sql, person: Person, id: string): Promise<SavedView | null> {
  const [found] = await rows(sql, rowSchema, `${select} WHERE v.id = ? AND v.account_id = ?`, [
    id,
    person.id,
  ]);
  return found ? shown(found, person) : null;
}

const shown = (
  { ownerId, ownerName, ...view }: z.infer<typeof rowSchema>,
  person: Person,
): SavedView => ({
  ...view,
  owner: { id: ownerId, name: ownerName },
  mine: ownerId === person.id,
});
