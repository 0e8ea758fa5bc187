import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Commands } from '@desk/ledger';
import { LEASE_BATCH, REMIND_BATCH, lapseLeases, remind } from '@desk/tasks';

/** What comes round for tasks by itself: reminders, and claims that nobody works on. */
@Injectable()
export class TaskRounds {
  constructor(private readonly commands: Commands) {}

  /** `maintenance.reminders` */
  async reminders(): Promise<void> {
    await this.untilFewerThan(REMIND_BATCH, remind);
  }

  /** `maintenance.leases` */
  async leases(): Promise<void> {
    await this.untilFewerThan(LEASE_BATCH, lapseLeases);
  }

  /** One transaction a batch, so that a long list holds few rows at a time. */
  private async untilFewerThan(
    batch: number,
    work: (tx: EntityManager, at: Date) => Promise<number>,
  ): Promise<void> {
    while ((await this.commands.run(work)) >= batch);
  }
}
