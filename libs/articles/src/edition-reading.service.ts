import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { rows, type Sql } from '@desk/database';
import { Missing, Refused } from '@desk/errors';
import { languageSchema } from '@desk/languages';
import { can, type Person } from '@desk/people';
import { compareBodies, compareTexts } from './body/index.js';
import { aboutEdition } from './edition.policy.js';
import { isStale, type Edition, type EditionText, type Revision } from './edition.js';
import {
  edition as readEdition,
  revision as readRevision,
  workingText,
} from './editions.queries.js';
import { readableEdition } from './reading.policy.js';

const headSchema = z.object({
  id: z.uuid(),
  editionId: z.uuid(),
  number: z.int(),
  language: languageSchema,
  title: z.string(),
  hash: z.string(),
  authorId: z.uuid(),
  createdAt: z.date(),
});
export type RevisionHead = z.infer<typeof headSchema>;

/** An edition as a person reads it. `text` is the working copy. */
export type EditionView = Edition & { readonly stale: boolean; readonly text: EditionText };

/** A command answers with this, so that a request repeated by its key gets the same. */
export async function editionView(sql: Sql, edition: Edition): Promise<EditionView> {
  return { ...edition, stale: isStale(edition), text: await workingText(sql, edition.id) };
}

/** Reads editions and their history for those who may see them. */
@Injectable()
export class EditionReading {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Missing `edition.missing`, also when the person may not see it */
  async edition(person: Person, id: string): Promise<EditionView & { mayWrite: boolean }> {
    const edition = await readEdition(this.dataSource, id);
    readableEdition(person, edition);
    const mayWrite = edition.isSource && can(person, 'edition.write', aboutEdition(edition));
    return { ...(await editionView(this.dataSource, edition)), mayWrite };
  }

  /** The revisions of an edition, newest first. */
  async revisions(person: Person, editionId: string): Promise<{ items: RevisionHead[] }> {
    readableEdition(person, await readEdition(this.dataSource, editionId));
    const items = await rows(
      this.dataSource,
      headSchema,
      `SELECT id, edition_id AS editionId, number, language, title, hash, author_id AS authorId,
         created_at AS createdAt
       FROM revision WHERE edition_id = ? ORDER BY number DESC`,
      [editionId],
    );
    return { items };
  }

  async revision(person: Person, id: string): Promise<Revision> {
    const found = await readRevision(this.dataSource, id);
    const edition = await readEdition(this.dataSource, found.editionId);
    readableEdition(person, edition, new Missing('revision.missing', { id }));
    return found;
  }

  /**
   * What changed from one revision to another of the same edition, in text and structure.
   * @throws Refused `revision.of_another_edition`
   */
  async compare(person: Person, fromId: string, toId: string) {
    const [from, to] = [await this.revision(person, fromId), await this.revision(person, toId)];
    if (from.editionId !== to.editionId) throw new Refused('revision.of_another_edition');
    return {
      from: { id: from.id, number: from.number, hash: from.hash },
      to: { id: to.id, number: to.number, hash: to.hash },
      title: compareTexts(from.title, to.title, to.language),
      summary: compareTexts(from.summary, to.summary, to.language),
      body: compareBodies(from.body, to.body, to.language),
    };
  }
}
