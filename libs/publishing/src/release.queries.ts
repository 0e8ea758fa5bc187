import { z } from 'zod';
import { releaseEditionSchema, releaseStateSchema } from '@desk/contracts';
import { firstRow, rows, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';

const releaseRowSchema = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  sectionId: z.uuid(),
  state: releaseStateSchema,
  publishAt: z.date(),
  createdBy: z.uuid(),
  createdAt: z.date(),
  publishedAt: z.date().nullable(),
  /** Why it could not go public: a code with its message in the `errors` namespace. */
  failure: z.string().nullable(),
  version: z.int(),
});

/** A release with the editions that it names. */
export const releaseSchema = releaseRowSchema.extend({ editions: z.array(releaseEditionSchema) });
export type Release = z.infer<typeof releaseSchema>;

const columns = `r.id, r.article_id AS articleId, a.section_id AS sectionId, r.state,
  r.publish_at AS publishAt, r.created_by AS createdBy, r.created_at AS createdAt,
  r.published_at AS publishedAt, r.failure, r.version`;

/** Releases that a condition picks, in its order, with their editions. */
export async function releasesWhere(
  sql: Sql,
  condition: string,
  parameters: unknown[],
): Promise<Release[]> {
  const found = await rows(
    sql,
    releaseRowSchema,
    `SELECT ${columns} FROM \`release\` r JOIN article a ON a.id = r.article_id
     WHERE ${condition}`,
    parameters,
  );
  if (found.length === 0) return [];
  const editions = await rows(
    sql,
    releaseEditionSchema.extend({ releaseId: z.uuid() }),
    `SELECT n.release_id AS releaseId, n.edition_id AS editionId, e.language, v.title,
       n.revision_id AS revisionId, n.revision_hash AS revisionHash
     FROM release_edition n JOIN edition e ON e.id = n.edition_id
     JOIN revision v ON v.id = n.revision_id
     WHERE n.release_id IN (?) ORDER BY e.is_source DESC, e.language`,
    [found.map(({ id }) => id)],
  );
  return found.map((row) => ({
    ...row,
    editions: editions.flatMap(({ releaseId, ...edition }) =>
      releaseId === row.id ? [edition] : [],
    ),
  }));
}

/** @throws Missing `release.missing` */
export async function release(sql: Sql, id: string): Promise<Release> {
  const [found] = await releasesWhere(sql, 'r.id = ?', [id]);
  if (!found) throw new Missing('release.missing', { id });
  return found;
}

/** The release that a scheduled edition waits for; null when there is none. */
export async function plannedReleaseOf(sql: Sql, editionId: string): Promise<Release | null> {
  const planned = await firstRow(
    sql,
    z.object({ id: z.uuid() }),
    'SELECT release_id AS id FROM release_edition WHERE planned_key = ?',
    [editionId],
  );
  return planned && release(sql, planned.id);
}

/** Planned releases whose time has come at `at`, the longest due first. */
export async function dueReleases(sql: Sql, at: Date, limit = 100): Promise<string[]> {
  const due = await rows(
    sql,
    z.object({ id: z.uuid() }),
    `SELECT id FROM \`release\` WHERE state = 'planned' AND publish_at <= ?
     ORDER BY publish_at LIMIT ?`,
    [at, limit],
  );
  return due.map(({ id }) => id);
}
