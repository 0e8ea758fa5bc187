import { z } from 'zod';
import {
  commentAnchorSchema,
  type CommentFilter,
  type CommentThread,
  type Reply,
} from '@desk/contracts';
import { firstRow, jsonColumn, rows, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';
import { languageSchema } from '@desk/languages';

const replyRowSchema = z.object({
  id: z.uuid(),
  editionId: z.uuid(),
  revisionId: z.uuid(),
  parentId: z.uuid(),
  text: z.string(),
  authorId: z.uuid(),
  authorName: z.string(),
  createdAt: z.date(),
});

const threadRowSchema = replyRowSchema.omit({ parentId: true }).extend({
  revisionNumber: z.int(),
  language: languageSchema,
  anchor: jsonColumn(commentAnchorSchema.nullable()),
  resolvedAt: z.date().nullable(),
  resolvedBy: z.uuid().nullable(),
  resolverName: z.string().nullable(),
  version: z.int(),
});

const columns = `c.id, c.edition_id AS editionId, c.revision_id AS revisionId, c.text,
  c.author_id AS authorId, w.name AS authorName, c.created_at AS createdAt`;
const threads = `SELECT ${columns}, v.number AS revisionNumber, v.language, c.anchor,
    c.resolved_at AS resolvedAt, c.resolved_by AS resolvedBy, b.name AS resolverName, c.version
  FROM comment c JOIN account w ON w.id = c.author_id JOIN revision v ON v.id = c.revision_id
  LEFT JOIN account b ON b.id = c.resolved_by`;

/** The threads of an edition, newest first, each with its replies; those begun before `before`. */
export async function threadsOf(
  sql: Sql,
  editionId: string,
  { revisionId, state }: CommentFilter,
  limit: number,
  before: string | null,
): Promise<CommentThread[]> {
  const found = await rows(
    sql,
    threadRowSchema,
    `${threads} WHERE c.edition_id = ? AND c.parent_id IS NULL
       ${before === null ? '' : 'AND c.id < ?'} ${revisionId === undefined ? '' : 'AND c.revision_id = ?'}
       ${state === undefined ? '' : `AND c.resolved_at IS ${state === 'open' ? '' : 'NOT'} NULL`}
     ORDER BY c.id DESC LIMIT ?`,
    [
      editionId,
      ...(before === null ? [] : [before]),
      ...(revisionId === undefined ? [] : [revisionId]),
      limit,
    ],
  );
  return withReplies(sql, found);
}

/** A thread by its first comment's id. @throws Missing `comment.missing` */
export async function thread(sql: Sql, id: string): Promise<CommentThread> {
  const found = await firstRow(
    sql,
    threadRowSchema,
    `${threads} WHERE c.id = ? AND c.parent_id IS NULL`,
    [id],
  );
  const [whole] = found ? await withReplies(sql, [found]) : [];
  if (!whole) throw new Missing('comment.missing', { id });
  return whole;
}

async function withReplies(
  sql: Sql,
  found: readonly z.infer<typeof threadRowSchema>[],
): Promise<CommentThread[]> {
  const replies = await repliesTo(
    sql,
    found.map(({ id }) => id),
  );
  return found.map(({ authorId, authorName, resolvedBy, resolverName, ...comment }) => ({
    ...comment,
    author: { id: authorId, name: authorName },
    resolvedBy: resolvedBy === null ? null : { id: resolvedBy, name: resolverName ?? '' },
    replies: replies.filter(({ parentId }) => parentId === comment.id),
  }));
}

async function repliesTo(sql: Sql, ids: readonly string[]): Promise<Reply[]> {
  if (ids.length === 0) return [];
  const found = await rows(
    sql,
    replyRowSchema,
    `SELECT ${columns}, c.parent_id AS parentId
     FROM comment c JOIN account w ON w.id = c.author_id WHERE c.parent_id IN (?) ORDER BY c.id`,
    [ids],
  );
  return found.map(({ authorId, authorName, ...reply }) => ({
    ...reply,
    author: { id: authorId, name: authorName },
  }));
}

/** The newest revision of an edition; null while it has none. */
export async function newestRevisionId(sql: Sql, editionId: string): Promise<string | null> {
  const found = await firstRow(
    sql,
    z.object({ id: z.uuid() }),
    'SELECT id FROM revision WHERE edition_id = ? ORDER BY number DESC LIMIT 1',
    [editionId],
  );
  return found?.id ?? null;
}
