import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { change, firstRow, newId } from '@desk/database';
import { Invalid, Refused } from '@desk/errors';
import { record } from '@desk/ledger';
import { Addresses } from './address.service.js';
import { bodyToText, contentHash } from './body/index.js';
import type { Edition, EditionText, Revision } from './edition.js';
import { revision, workingText } from './editions.queries.js';

/** Freezes working copies into immutable revisions. */
@Injectable()
export class Revisions {
  constructor(private readonly addresses: Addresses) {}

  /**
   * The revision equal to the working copy: the last one when nothing was written since, else
   * a new one. Gives the edition its address when it has none yet. Does not change
   * `edition.version`: freezing alters neither text nor state.
   * @throws Invalid `edition.title_missing`, `edition.body_missing`
   * @throws Refused `request.changed_meanwhile`
   */
  async freeze(tx: EntityManager, edition: Edition, authorId: string, at: Date): Promise<Revision> {
    if (edition.savedRevisionId !== null) return revision(tx, edition.savedRevisionId);
    const text = await workingText(tx, edition.id);
    if (!isSeen(text.title)) throw new Invalid('edition.title_missing');
    if (!isSeen(bodyToText(text.body)) && !hasPicture(text.body)) {
      throw new Invalid('edition.body_missing');
    }
    return this.insert(tx, edition, await this.withAddress(tx, edition, text), authorId, at);
  }

  /**
   * Keeps the working copy in the history before something takes its place, unfinished as it
   * may be, and without an address of its own. Nothing to keep: null.
   */
  async keep(
    tx: EntityManager,
    edition: Edition,
    authorId: string,
    at: Date,
  ): Promise<Revision | null> {
    if (edition.savedRevisionId !== null) return revision(tx, edition.savedRevisionId);
    const text = await workingText(tx, edition.id);
    if (text.title === '' && text.summary === '' && text.body.content.length === 0) return null;
    return this.insert(tx, edition, text, authorId, at);
  }

  private async withAddress(
    tx: EntityManager,
    edition: Edition,
    text: EditionText,
  ): Promise<EditionText> {
    return { ...text, slug: await this.addresses.settle(tx, edition, text) };
  }

  private async insert(
    tx: EntityManager,
    edition: Edition,
    text: EditionText,
    authorId: string,
    at: Date,
  ): Promise<Revision> {
    await hold(tx, edition);
    const id = newId();
    const hash = contentHash(text);
    await change(
      tx,
      `INSERT INTO revision (id, edition_id, number, language, title, summary, body, slug, seo,
         hash, contributors, source_revision_id, author_id, created_at)
       SELECT ?, ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
       FROM revision WHERE edition_id = ?`,
      [
        id,
        edition.id,
        edition.language,
        text.title,
        text.summary,
        JSON.stringify(text.body),
        text.slug,
        JSON.stringify(text.seo),
        hash,
        JSON.stringify(edition.contributors),
        edition.sourceRevisionId,
        authorId,
        at,
        edition.id,
      ],
    );
    await change(tx, 'UPDATE edition SET saved_revision_id = ?, slug = ? WHERE id = ?', [
      id,
      text.slug,
      edition.id,
    ]);
    const saved = await revision(tx, id);
    await record(
      tx,
      at,
      authorId,
      'revision.saved',
      { ...subjectOf(edition), revisionId: id, revisionHash: hash },
      { number: saved.number },
    );
    return saved;
  }
}

/** Whether a reader would see anything: more than spaces and signs without a shape. */
const isSeen = (text: string): boolean => /[^\p{C}\p{Z}]/u.test(text);

const hasPicture = ({ content }: EditionText['body']): boolean =>
  content.some(({ type }) => type === 'figure' || type === 'embed');

/** Two who freeze at once must not number alike: the second finds the edition changed. */
async function hold(tx: EntityManager, edition: Edition): Promise<void> {
  const now = await firstRow(
    tx,
    z.object({ version: z.int() }),
    'SELECT version FROM edition WHERE id = ? FOR UPDATE',
    [edition.id],
  );
  if (now?.version !== edition.version) {
    throw new Refused('request.changed_meanwhile', { currentVersion: now?.version });
  }
}

/** The ledger's columns for a fact about an edition. */
export const subjectOf = (edition: Edition) => ({
  sectionId: edition.sectionId,
  articleId: edition.articleId,
  editionId: edition.id,
  language: edition.language,
});
