import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  aboutEdition,
  approvalOf,
  edition as readEdition,
  editionsOf,
  revision,
  Sections,
  Transitions,
  type Edition,
  type Hindrance,
  type Move,
  type TransitionPart,
} from '@desk/articles';
import type { EditionAction } from '@desk/contracts';
import type { Sql } from '@desk/database';
import { can } from '@desk/people';
import { unfitForPublic } from './publication.policy.js';
import { PublicPages } from './public-pages.service.js';
import { releaseGroup } from './release-group.policy.js';

/** Actions that only a release may do, because they must name one. */
const byRelease: readonly EditionAction[] = ['schedule', 'unschedule', 'publish', 'correct'];

/**
 * What publishing adds to the workflow's actions: nothing unfit goes public whoever asks, and
 * the public pages change in the very transaction of the action.
 */
@Injectable()
export class Publication implements TransitionPart, OnModuleInit {
  readonly actions: readonly EditionAction[] = [...byRelease, 'withdraw', 'restore', 'archive'];

  constructor(
    private readonly transitions: Transitions,
    private readonly sections: Sections,
    private readonly pages: PublicPages,
  ) {}

  onModuleInit(): void {
    this.transitions.add(this);
    this.sections.follow((tx, section) => this.pages.publishSection(tx, section));
  }

  async hindrance(sql: Sql, move: Move): Promise<Hindrance | null> {
    const { action, edition, said } = move;
    if (!['schedule', 'publish', 'correct'].includes(action)) return null;
    const unfit = await unfitFor(sql, edition, said.revisionHash);
    // A release was checked as a whole before its editions are moved one by one.
    if (unfit || action === 'correct' || said.releaseId !== undefined) return unfit;
    return edition.state === 'scheduled' ? null : groupHindrance(sql, move);
  }

  before(_tx: EntityManager, { action, said }: Move): Promise<void> {
    if (byRelease.includes(action) && said.releaseId === undefined) {
      throw new Error(`${action} goes through Releases`);
    }
    return Promise.resolve();
  }

  async after(tx: EntityManager, { action, edition: { id } }: Move): Promise<void> {
    if (action === 'schedule' || action === 'unschedule') return;
    const edition = await readEdition(tx, id);
    if (action === 'withdraw') await this.pages.withdraw(tx, edition);
    else if (action === 'restore') await this.pages.restore(tx, edition);
    else if (action === 'archive') await this.pages.archive(tx, edition);
    else await this.pages.show(tx, edition);
  }
}

/**
 * What stands against the edition's approved revision being public (guarantees A and J).
 * `namedHash` is the one that a release names.
 */
async function unfitFor(sql: Sql, edition: Edition, namedHash?: string): Promise<Hindrance | null> {
  const { approvedRevisionId, language } = edition;
  if (approvedRevisionId === null) return { code: 'release.not_signed_off', facts: { language } };
  try {
    const text = await revision(sql, approvedRevisionId);
    if (namedHash !== undefined && namedHash !== text.hash) {
      return { code: 'release.revision_changed', facts: { language } };
    }
    const approval = await approvalOf(sql, approvedRevisionId);
    return unfitForPublic({ edition, revision: text, approval });
  } catch (error) {
    // A stored text that cannot be read any more is not the one that was signed.
    if (error instanceof z.ZodError) return { code: 'release.text_altered', facts: { language } };
    throw error;
  }
}

async function groupHindrance(
  sql: Sql,
  { action, edition, person }: Move,
): Promise<Hindrance | null> {
  const { editions, missing } = releaseGroup(edition, await editionsOf(sql, edition.articleId));
  if (missing.length > 0) return { code: 'release.editions_missing', facts: { missing } };
  const permission = action === 'schedule' ? 'edition.schedule' : 'edition.publish';
  const notTheirs = editions.filter((one) => person && !can(person, permission, aboutEdition(one)));
  if (notTheirs.length > 0) {
    const languages = notTheirs.map((one) => one.language);
    return { code: 'release.not_permitted', facts: { languages } };
  }
  for (const other of editions.filter((one) => one.id !== edition.id)) {
    const unfit = await unfitFor(sql, other);
    if (unfit) return unfit;
  }
  return null;
}
