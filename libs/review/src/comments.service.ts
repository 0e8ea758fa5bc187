import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  edition as readEdition,
  readableEdition,
  revision,
  subjectOf,
  type Edition,
} from '@desk/articles';
import {
  encodeCursor,
  readCursor,
  type CommentDraft,
  type CommentFilter,
  type CommentThread,
  type Page,
  type PageQuery,
} from '@desk/contracts';
import { change } from '@desk/database';
import { Missing, NotAllowed, Refused } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import { can, type Person } from '@desk/people';
import { insertComment, insertReply } from './comment-rows.js';
import { newestRevisionId, thread, threadsOf } from './comments.queries.js';

/** What people say to each other about an edition's text. */
@Injectable()
export class Comments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /** The threads of an edition, newest first. @throws Missing `edition.missing` */
  async list(
    person: Person,
    editionId: string,
    query: CommentFilter & PageQuery,
  ): Promise<Page<CommentThread>> {
    readableEdition(person, await readEdition(this.dataSource, editionId));
    const { limit, cursor } = query;
    const [before] = cursor === undefined ? [null] : readCursor(cursor, z.tuple([z.uuid()]));
    const found = await threadsOf(this.dataSource, editionId, query, limit + 1, before);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.id]) : null };
  }

  /**
   * Begins a thread about a place of a revision, or about the whole of it.
   * @throws Invalid `comment.anchor_mismatch`; Refused `comment.no_revision` while there is
   *   nothing frozen to comment on
   */
  async add(person: Person, editionId: string, draft: CommentDraft): Promise<CommentThread> {
    return this.commands.run(async (tx, at) => {
      const edition = await commentable(tx, person, editionId);
      const of = await this.revisionOf(tx, edition, draft.revisionId);
      const id = await insertComment(tx, at, person.id, editionId, of, draft);
      const subject = {
        ...subjectOf(edition),
        revisionId: of.id,
        revisionHash: of.hash,
        subjectId: id,
      };
      await record(tx, at, person.id, 'comment.added', subject, { text: draft.text });
      return thread(tx, id);
    });
  }

  /** @throws Missing `comment.missing` */
  async reply(person: Person, id: string, text: string): Promise<CommentThread> {
    return this.commands.run(async (tx, at) => {
      const { edition, of } = await this.commentableThread(tx, person, id);
      const replyId = await insertReply(tx, at, person.id, of, text);
      const subject = { ...subjectOf(edition), revisionId: of.revisionId, subjectId: replyId };
      await record(tx, at, person.id, 'comment.added', subject, { replyTo: of.id, text });
      return thread(tx, id);
    });
  }

  /** The matter is settled. @throws Refused `comment.already_resolved` */
  async resolve(person: Person, id: string, expectedVersion: number): Promise<CommentThread> {
    return this.settle(person, id, expectedVersion, true);
  }

  /** It is not settled after all. @throws Refused `comment.not_resolved` */
  async reopen(person: Person, id: string, expectedVersion: number): Promise<CommentThread> {
    return this.settle(person, id, expectedVersion, false);
  }

  private async settle(
    person: Person,
    id: string,
    expectedVersion: number,
    resolved: boolean,
  ): Promise<CommentThread> {
    return this.commands.run(async (tx, at) => {
      const { edition, of } = await this.commentableThread(tx, person, id);
      if (of.version === expectedVersion && (of.resolvedAt !== null) === resolved) {
        throw new Refused(resolved ? 'comment.already_resolved' : 'comment.not_resolved');
      }
      const touched = await change(
        tx,
        `UPDATE comment SET resolved_at = ?, resolved_by = ?, version = version + 1
         WHERE id = ? AND version = ?`,
        [resolved ? at : null, resolved ? person.id : null, id, expectedVersion],
      );
      if (touched !== 1) {
        throw new Refused('request.changed_meanwhile', { currentVersion: of.version });
      }
      const fact = resolved ? 'comment.resolved' : 'comment.reopened';
      const subject = { ...subjectOf(edition), revisionId: of.revisionId, subjectId: id };
      await record(tx, at, person.id, fact, subject, {});
      return thread(tx, id);
    });
  }

  private async revisionOf(tx: EntityManager, edition: Edition, wanted: string | undefined) {
    const id = wanted ?? (await newestRevisionId(tx, edition.id));
    if (id === null) throw new Refused('comment.no_revision');
    const found = await revision(tx, id);
    if (found.editionId !== edition.id) throw new Missing('revision.missing', { id });
    return found;
  }

  /** A thread of an edition that the person may not see does not exist for them. */
  private async commentableThread(tx: EntityManager, person: Person, id: string) {
    const of = await thread(tx, id);
    const edition = await readEdition(tx, of.editionId);
    if (!can(person, 'article.read', { sectionId: edition.sectionId })) {
      throw new Missing('comment.missing', { id });
    }
    return { edition: allowed(person, edition), of };
  }
}

async function commentable(tx: EntityManager, person: Person, id: string): Promise<Edition> {
  const edition = await readEdition(tx, id);
  readableEdition(person, edition);
  return allowed(person, edition);
}

function allowed(person: Person, edition: Edition): Edition {
  if (!can(person, 'comment.write', { sectionId: edition.sectionId })) {
    throw new NotAllowed('permission.denied', { permission: 'comment.write' });
  }
  return edition;
}
