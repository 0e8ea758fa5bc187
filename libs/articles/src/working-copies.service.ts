import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { change } from '@desk/database';
import { NotAllowed, Refused } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import { can, type Person } from '@desk/people';
import { isStale, type Edition, type EditionText } from './edition.js';
import { editionView, type EditionView } from './edition-reading.service.js';
import { aboutEdition } from './edition.policy.js';
import { edition as readEdition, revision, workingText } from './editions.queries.js';
import { readableEdition } from './reading.policy.js';
import { Revisions, subjectOf } from './revisions.service.js';
import { titleColumns } from './title-search.js';

/** The states in which the text may be written. */
const writable = ['draft', 'changes_requested'];

export interface WorkingCopy {
  readonly edition: Edition;
  readonly text: EditionText;
  readonly stale: boolean;
}

/** Autosave, restore: everything that writes the text under work. */
@Injectable()
export class WorkingCopies {
  constructor(
    private readonly commands: Commands,
    private readonly revisions: Revisions,
  ) {}

  /**
   * Saves the text as typed; no revision is made. The text was checked by the contract.
   * @throws Refused `edition.text_changed_meanwhile` with both texts when somebody else saved
   *   since `expectedVersion`: nothing is written and nothing typed is lost (guarantee E)
   */
  async save(
    person: Person,
    editionId: string,
    expectedVersion: number,
    text: EditionText,
  ): Promise<WorkingCopy> {
    return this.commands.run(async (tx, at) => {
      const edition = await readEdition(tx, editionId);
      readableEdition(person, edition);
      if (!can(person, 'edition.write', aboutEdition(edition))) {
        throw new NotAllowed('permission.denied', { permission: 'edition.write' });
      }
      if (!edition.isSource) throw new Refused('edition.translated_in_segments');
      const isNewest = edition.version === expectedVersion;
      if (isNewest) refuseStill(edition, text);
      if (!isNewest || !(await this.writeIfUnchanged(tx, edition, text, person.id, at))) {
        throw await changedMeanwhile(tx, editionId, text);
      }
      return workingCopy(await readEdition(tx, editionId), text);
    });
  }

  /**
   * Makes an old revision the working copy again. The current text stays in the history: what
   * no revision holds yet becomes one first.
   * @throws Refused `request.changed_meanwhile`, `revision.of_another_edition`,
   *   `edition.translated_in_segments`
   */
  async restore(
    person: Person,
    editionId: string,
    expectedVersion: number,
    revisionId: string,
  ): Promise<EditionView> {
    return this.commands.run(async (tx, at) => {
      const edition = await readEdition(tx, editionId);
      readableEdition(person, edition);
      if (!can(person, 'edition.write', aboutEdition(edition))) {
        throw new NotAllowed('permission.denied', { permission: 'edition.write' });
      }
      if (!edition.isSource) throw new Refused('edition.translated_in_segments');
      const old = await revision(tx, revisionId);
      if (old.editionId !== editionId) throw new Refused('revision.of_another_edition');
      if (edition.version !== expectedVersion) {
        throw new Refused('request.changed_meanwhile', { currentVersion: edition.version });
      }
      refuseStill(edition);
      await this.revisions.keep(tx, edition, person.id, at);
      const { title, summary, body, slug, seo } = old;
      const text = { title, summary, body, slug, seo };
      await this.write(tx, edition, text, person.id, at);
      const subject = { ...subjectOf(edition), revisionId, revisionHash: old.hash };
      await record(tx, at, person.id, 'revision.restored', subject, { number: old.number });
      return editionView(tx, await readEdition(tx, editionId));
    });
  }

  /**
   * Writes the text within the caller's transaction, if nobody changed the edition since it
   * was read. Who writes becomes a contributor and can no longer sign this text off.
   * @throws Refused `edition.not_writable` in a state where the text stands still
   */
  async write(
    tx: EntityManager,
    edition: Edition,
    text: EditionText,
    writerId: string,
    at: Date,
  ): Promise<void> {
    refuseStill(edition);
    if (!(await this.writeIfUnchanged(tx, edition, text, writerId, at))) {
      throw new Refused('request.changed_meanwhile', { currentVersion: edition.version });
    }
  }

  private async writeIfUnchanged(
    tx: EntityManager,
    edition: Edition,
    text: EditionText,
    writerId: string,
    at: Date,
  ): Promise<boolean> {
    const contributors = [...new Set([...edition.contributors, writerId])];
    const searched = titleColumns(text.title);
    const touched = await change(
      tx,
      `UPDATE edition SET title = ?, title_folded = ?, title_bare = ?, summary = ?, body = ?, slug = ?, seo = ?, contributors = ?,
         saved_revision_id = NULL, updated_at = ?, version = version + 1
       WHERE id = ? AND version = ?`,
      [
        text.title,
        searched.folded,
        searched.bare,
        text.summary,
        JSON.stringify(text.body),
        text.slug,
        JSON.stringify(text.seo),
        JSON.stringify(contributors),
        at,
        edition.id,
        edition.version,
      ],
    );
    return touched === 1;
  }

  /**
   * Writes a translation put together from its segments, made from this source revision. It
   * belongs to a submission under way, whose own step raises the version.
   */
  async compose(
    tx: EntityManager,
    edition: Edition,
    text: EditionText,
    sourceRevisionId: string,
    at: Date,
  ): Promise<void> {
    const searched = titleColumns(text.title);
    const touched = await change(
      tx,
      `UPDATE edition SET title = ?, title_folded = ?, title_bare = ?, summary = ?, body = ?,
         seo = ?, source_revision_id = (SELECT COALESCE(stands_for, id) FROM revision WHERE id = ?),
         saved_revision_id = NULL, updated_at = ?
       WHERE id = ? AND version = ?`,
      [
        text.title,
        searched.folded,
        searched.bare,
        text.summary,
        JSON.stringify(text.body),
        JSON.stringify(text.seo),
        sourceRevisionId,
        at,
        edition.id,
        edition.version,
      ],
    );
    if (touched !== 1) {
      throw new Refused('request.changed_meanwhile', { currentVersion: edition.version });
    }
  }
}

/** @throws Refused `edition.not_writable` in a state where the text stands still */
function refuseStill({ state }: Edition, yours?: EditionText): void {
  if (!writable.includes(state)) {
    throw new Refused('edition.not_writable', { state, ...(yours && { yours }) });
  }
}

/** Both texts, so that a person can bring them together: nothing typed is lost. */
async function changedMeanwhile(
  tx: EntityManager,
  editionId: string,
  yours: EditionText,
): Promise<Refused> {
  const { version } = await readEdition(tx, editionId);
  const theirs = await workingText(tx, editionId);
  return new Refused('edition.text_changed_meanwhile', { currentVersion: version, yours, theirs });
}

const workingCopy = (edition: Edition, text: EditionText): WorkingCopy => ({
  edition,
  text,
  stale: isStale(edition),
});
