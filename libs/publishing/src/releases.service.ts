import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  edition as readEdition,
  editionsOf,
  editionView,
  expectVersion,
  readableEdition,
  type Edition,
  type EditionView,
  type Said,
} from '@desk/articles';
import type { EditionAction } from '@desk/contracts';
import { Refused } from '@desk/errors';
import type { Language } from '@desk/languages';
import { Commands } from '@desk/ledger';
import type { Person } from '@desk/people';
import { Corrections } from './corrections.service.js';
import { ReleasePlans } from './release-plans.service.js';
import { Visibility } from './visibility.service.js';

/** The actions after the last sign-off, all of which change what readers see or will see. */
export const publishingActions = [
  'publish',
  'schedule',
  'unschedule',
  'correct',
  'withdraw',
  'restore',
  'archive',
] as const satisfies readonly EditionAction[];
export type PublishingAction = (typeof publishingActions)[number];

export const isPublishingAction = (action: EditionAction): action is PublishingAction =>
  publishingActions.some((one) => one === action);

/** What is said with a publishing action. */
export interface PublishingSaid extends Said {
  /** Withdraw, restore, archive: the other editions that go too. Only these (guarantee I). */
  readonly also?: readonly Language[] | undefined;
}

/** An action asked for by a person, within its transaction. */
export interface Asked {
  readonly person: Person;
  readonly at: Date;
  readonly edition: Edition;
  /** All editions of its article, the source first. */
  readonly all: readonly Edition[];
  readonly said: PublishingSaid;
}

/** What people do to what is public or about to be: one transaction for all editions concerned. */
@Injectable()
export class Releases {
  constructor(
    private readonly commands: Commands,
    private readonly plans: ReleasePlans,
    private readonly corrections: Corrections,
    private readonly visibility: Visibility,
  ) {}

  /**
   * Carries out the action on the edition and on those that go with it; all or none. Returns
   * the edition after it.
   * @throws Refused `request.changed_meanwhile` unless `expectedVersion` is the edition's;
   *   `release.editions_missing` with the languages that keep the others waiting
   */
  async perform(
    person: Person,
    editionId: string,
    expectedVersion: number,
    action: PublishingAction,
    said: PublishingSaid,
  ): Promise<EditionView> {
    return this.commands.run(async (tx, at) => {
      const edition = await readEdition(tx, editionId);
      readableEdition(person, edition);
      expectVersion(edition, expectedVersion);
      const all = await editionsOf(tx, edition.articleId);
      const asked = all.find((one) => one.id === editionId);
      if (asked?.version !== edition.version) {
        throw new Refused('request.changed_meanwhile', { currentVersion: asked?.version });
      }
      // A release is named by the newsroom, never by the caller.
      await this.carryOut(tx, action, {
        person,
        at,
        edition,
        all,
        said: { ...said, releaseId: undefined },
      });
      return editionView(tx, await readEdition(tx, editionId));
    });
  }

  private carryOut(tx: EntityManager, action: PublishingAction, asked: Asked): Promise<void> {
    switch (action) {
      case 'publish':
        return this.plans.publish(tx, asked);
      case 'schedule':
        return this.plans.schedule(tx, asked);
      case 'unschedule':
        return this.plans.unschedule(tx, asked);
      case 'correct':
        return this.corrections.correct(tx, asked);
      case 'withdraw':
      case 'restore':
      case 'archive':
        return this.visibility.change(tx, action, asked);
    }
  }
}
