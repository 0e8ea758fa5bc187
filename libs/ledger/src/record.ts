import { newId, type Sql } from '@desk/database';
import type { Fact, FactPayload } from './facts.js';
import { currentContext } from './request-context.js';

/** What a fact is about; columns by which the journal is searched. */
export interface Subject {
  readonly sectionId?: string | undefined;
  readonly articleId?: string | undefined;
  readonly editionId?: string | undefined;
  readonly language?: string | undefined;
  readonly revisionId?: string | undefined;
  readonly revisionHash?: string | undefined;
  /** The task, comment, release, account or webhook. */
  readonly subjectId?: string | undefined;
}

/**
 * Writes a fact into the ledger, within the transaction of the change that it tells of: both
 * are kept or neither. `actorId` null is the system itself. Returns the entry's id.
 */
export async function record<F extends Fact>(
  tx: Sql,
  at: Date,
  actorId: string | null,
  fact: F,
  subject: Subject,
  payload: FactPayload<F>,
): Promise<string> {
  const id = newId();
  const context = currentContext();
  await tx.query(
    `INSERT INTO ledger_entry (id, fact, at, actor_id, request_id, trace_parent, section_id,
       article_id, edition_id, language, revision_id, revision_hash, subject_id, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      fact,
      at,
      actorId,
      context?.requestId ?? id,
      context?.traceParent ?? null,
      subject.sectionId ?? null,
      subject.articleId ?? null,
      subject.editionId ?? null,
      subject.language ?? null,
      subject.revisionId ?? null,
      subject.revisionHash ?? null,
      subject.subjectId ?? null,
      JSON.stringify(payload),
    ],
  );
  return id;
}
