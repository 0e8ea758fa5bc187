import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  edition as readEdition,
  objection,
  Transitions,
  type Edition,
  type Said,
} from '@desk/articles';
import type { EditionAction } from '@desk/contracts';
import { Refused } from '@desk/errors';
import { record } from '@desk/ledger';
import type { Person } from '@desk/people';
import type { Asked } from './releases.service.js';
import { releaseGroup } from './release-group.policy.js';
import { plannedReleaseOf, type Release } from './release.queries.js';
import { addRelease, closePlan, lockRelease } from './release-rows.js';

/** Editions that go public together: at once, at a time, or not after all. */
@Injectable()
export class ReleasePlans {
  constructor(private readonly transitions: Transitions) {}

  /** Now. A scheduled edition's whole release goes now instead of at its time. */
  async publish(tx: EntityManager, asked: Asked): Promise<void> {
    const { person, at, edition } = asked;
    if (edition.state === 'scheduled') {
      return this.publishPlan(tx, await this.lockedPlan(tx, edition), person, at);
    }
    const editions = this.together(asked, 'publish');
    const now = { state: 'published' as const, publishAt: at, createdBy: person.id, at };
    await this.goPublic(tx, await addRelease(tx, editions, now), editions, person, at);
  }

  async schedule(tx: EntityManager, asked: Asked): Promise<void> {
    const { person, at, said } = asked;
    const editions = this.together(asked, 'schedule');
    const publishAt = said.publishAt ?? at;
    const later = { state: 'planned' as const, publishAt, createdBy: person.id, at };
    const plan = await addRelease(tx, editions, later);
    await this.moveAll(tx, 'schedule', plan, editions, { person, at, said });
    const payload = { publishAt: publishAt.toISOString() };
    await record(tx, at, person.id, 'release.planned', aboutRelease(plan), payload);
  }

  /** Calls the release off; all its editions are merely approved again. */
  async unschedule(tx: EntityManager, asked: Asked): Promise<void> {
    const { person, at, edition } = asked;
    const refusal = objection('unschedule', edition, person);
    if (refusal) throw refusal;
    const plan = await this.lockedPlan(tx, edition);
    await closePlan(tx, plan.id, { state: 'cancelled', at });
    const editions = await editionsIn(tx, plan);
    await this.moveAll(tx, 'unschedule', plan, editions, { person, at, said: {} });
    await record(tx, at, person.id, 'release.cancelled', aboutRelease(plan), {});
  }

  /**
   * Publishes a planned release that the caller has locked. `person` null: its time has come.
   * @throws Refused `release.revision_changed` when an edition is not the one that was planned
   */
  async publishPlan(
    tx: EntityManager,
    plan: Release,
    person: Person | null,
    at: Date,
  ): Promise<void> {
    const editions = await editionsIn(tx, plan);
    for (const { editionId, revisionId, language } of plan.editions) {
      const now = editions.find((edition) => edition.id === editionId);
      if (now?.state !== 'scheduled' || now.approvedRevisionId !== revisionId) {
        throw new Refused('release.revision_changed', { language });
      }
    }
    await closePlan(tx, plan.id, { state: 'published', at });
    await this.goPublic(tx, plan, editions, person, at);
  }

  private async goPublic(
    tx: EntityManager,
    plan: Release,
    editions: readonly Edition[],
    person: Person | null,
    at: Date,
  ): Promise<void> {
    await this.moveAll(tx, 'publish', plan, editions, { person, at, said: {} });
    const languages = editions.map((edition) => edition.language);
    const about = aboutRelease(plan);
    await record(tx, at, person?.id ?? null, 'release.published', about, { languages });
  }

  /** @throws Refused `release.editions_missing` when one that must go along is not approved */
  private together({ person, edition, all }: Asked, action: EditionAction): readonly Edition[] {
    const refusal = objection(action, edition, person);
    if (refusal) throw refusal;
    const { editions, missing } = releaseGroup(edition, all);
    if (missing.length > 0) throw new Refused('release.editions_missing', { missing });
    return editions;
  }

  private async moveAll(
    tx: EntityManager,
    action: EditionAction,
    plan: Release,
    editions: readonly Edition[],
    how: { person: Person | null; at: Date; said: Said },
  ): Promise<void> {
    for (const edition of editions) {
      const said = { ...how.said, releaseId: plan.id, revisionHash: namedHash(plan, edition) };
      await this.transitions.move(tx, { ...how, action, edition, said });
    }
  }

  /** @throws Refused `release.none_planned` when somebody ended the plan in the meantime */
  private async lockedPlan(tx: EntityManager, edition: Edition): Promise<Release> {
    const plan = await plannedReleaseOf(tx, edition.id);
    const state = plan && (await lockRelease(tx, plan.id));
    if (!plan || state !== 'planned') throw new Refused('release.none_planned');
    return plan;
  }
}

/** The ledger's columns for a fact about a release. */
export const aboutRelease = ({ id, articleId, sectionId }: Release) => ({
  sectionId,
  articleId,
  subjectId: id,
});

const namedHash = (plan: Release, edition: Edition): string | undefined =>
  plan.editions.find(({ editionId }) => editionId === edition.id)?.revisionHash;

/** The editions of a release as they are now. */
export async function editionsIn(tx: EntityManager, plan: Release): Promise<Edition[]> {
  const editions: Edition[] = [];
  for (const { editionId } of plan.editions) editions.push(await readEdition(tx, editionId));
  return editions;
}
