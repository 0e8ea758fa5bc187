import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@desk/database';
import { forgetFileReadings, forgetOldAnswers } from '@desk/translation';

const DAY_MS = 86_400_000;

/** What is thrown away when it is of no use any more. The ledger and every text stay. */
@Injectable()
export class Cleaning {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async clean(): Promise<void> {
    const at = this.clock.now();
    const ago = (days: number): Date => new Date(at.getTime() - days * DAY_MS);
    await this.dataSource.query('DELETE FROM session WHERE expires_at < ?', [at]);
    await this.dataSource.query('DELETE FROM idempotent_request WHERE created_at < ?', [ago(2)]);
    await this.dataSource.query('DELETE FROM password_reset WHERE expires_at < ?', [ago(7)]);
    await this.dataSource.query(
      `DELETE FROM ledger_job WHERE state = 'done' AND done_at < ? LIMIT 10000`,
      [ago(30)],
    );
    await forgetOldAnswers(this.dataSource, ago(90));
    await forgetFileReadings(this.dataSource, ago(30));
  }
}
