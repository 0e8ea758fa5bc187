import type { EntityManager } from 'typeorm';
import type { Revision } from '@desk/articles';
import type { CommentAnchor } from '@desk/contracts';
import { change, newId } from '@desk/database';
import { Invalid } from '@desk/errors';
import { anchorHolds } from './anchor.js';

/**
 * Writes a comment on a revision; returns its id.
 * @throws Invalid `comment.anchor_mismatch` when the quote does not stand where the anchor says
 */
export async function insertComment(
  tx: EntityManager,
  at: Date,
  authorId: string,
  editionId: string,
  revision: Revision,
  comment: { text: string; anchor?: CommentAnchor | undefined },
): Promise<string> {
  const { text, anchor } = comment;
  if (anchor && !anchorHolds(revision, anchor)) {
    throw new Invalid('comment.anchor_mismatch', { path: anchor.path, quote: anchor.quote });
  }
  const id = newId();
  await change(
    tx,
    `INSERT INTO comment (id, edition_id, revision_id, anchor, text, author_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, editionId, revision.id, anchor ? JSON.stringify(anchor) : null, text, authorId, at],
  );
  return id;
}

/** Writes a reply to a thread's first comment; returns its id. */
export async function insertReply(
  tx: EntityManager,
  at: Date,
  authorId: string,
  thread: { id: string; editionId: string; revisionId: string },
  text: string,
): Promise<string> {
  const id = newId();
  await change(
    tx,
    `INSERT INTO comment (id, edition_id, revision_id, parent_id, text, author_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, thread.editionId, thread.revisionId, thread.id, text, authorId, at],
  );
  return id;
}
