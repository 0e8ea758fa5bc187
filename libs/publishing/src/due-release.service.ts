import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transitions } from '@desk/articles';
import { NewsroomError } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import { aboutRelease, editionsIn, ReleasePlans } from './release-plans.service.js';
import { release, type Release } from './release.queries.js';
import { closePlan, lockRelease } from './release-rows.js';

/** What became of a release that was said to be due. */
export type DueOutcome = 'published' | 'failed' | 'not_due' | 'settled_before';

/** Publishes releases at their time. Safe to run any number of times, by any number of workers. */
@Injectable()
export class DueReleases {
  constructor(
    private readonly commands: Commands,
    private readonly plans: ReleasePlans,
    private readonly transitions: Transitions,
  ) {}

  /**
   * Publishes all editions of the release or none. What the newsroom refuses fails the release
   * for good: its editions are approved again, so that people can mend, plan or publish them,
   * and the ledger says why. Any other error is thrown, to be tried again.
   */
  async publish(releaseId: string): Promise<DueOutcome> {
    try {
      return await this.commands.run(async (tx, at) => {
        if ((await lockRelease(tx, releaseId)) !== 'planned') return 'settled_before';
        const plan = await release(tx, releaseId);
        if (plan.publishAt > at) return 'not_due';
        await lockEditions(tx, plan);
        await this.plans.publishPlan(tx, plan, null, at);
        return 'published';
      });
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      return this.fail(releaseId, error.code);
    }
  }

  private async fail(releaseId: string, reason: string): Promise<DueOutcome> {
    return this.commands.run(async (tx, at) => {
      if ((await lockRelease(tx, releaseId)) !== 'planned') return 'settled_before';
      const plan = await release(tx, releaseId);
      await lockEditions(tx, plan);
      await closePlan(tx, releaseId, { state: 'failed', at, failure: reason });
      const editions = await editionsIn(tx, plan);
      const said = { releaseId };
      for (const edition of editions) {
        if (edition.state !== 'scheduled') continue;
        await this.transitions.move(tx, { action: 'unschedule', edition, person: null, said, at });
      }
      await record(tx, at, null, 'release.failed', aboutRelease(plan), { reason });
      return 'failed';
    });
  }
}

/** Holds the editions still, so that what is checked is what is published. */
async function lockEditions(tx: EntityManager, plan: Release): Promise<void> {
  const ids = plan.editions.map(({ editionId }) => editionId);
  await tx.query('SELECT id FROM edition WHERE id IN (?) ORDER BY id FOR UPDATE', [ids]);
}
