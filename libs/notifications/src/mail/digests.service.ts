import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock, change, newId, rows } from '@desk/database';
import { Commands } from '@desk/ledger';
import { mailHost, NOTIFICATION_SETTINGS, type NotificationSettings } from '../settings.js';
import { lastDigestMoment } from './digest-hour.js';

const waitingSchema = z.object({
  accountId: z.uuid(),
  timeZone: z.string(),
  hour: z.int(),
  oldestAt: z.date(),
});

/** Gathers what waits for a digest into one e-mail a person and day, at their hour. */
@Injectable()
export class Digests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
    private readonly clock: Clock,
    @Inject(NOTIFICATION_SETTINGS) private readonly settings: NotificationSettings,
  ) {}

  /**
   * Writes the e-mails of the digests whose hour has struck; to be called often. Late is
   * better than never: what was missed while nothing ran is written at the next call. Returns
   * how many.
   */
  async writeDue(): Promise<number> {
    const waiting = await rows(
      this.dataSource,
      waitingSchema,
      `SELECT d.account_id AS accountId, a.time_zone AS timeZone, a.digest_hour AS hour,
         MIN(n.created_at) AS oldestAt
       FROM digest_item d JOIN notice n ON n.id = d.notice_id
       JOIN account a ON a.id = d.account_id AND a.status = 'active'
       WHERE d.email_id IS NULL GROUP BY d.account_id`,
    );
    let written = 0;
    for (const { accountId, timeZone, hour, oldestAt } of waiting) {
      const { moment, day } = lastDigestMoment(this.clock.now(), timeZone, hour);
      if (oldestAt <= moment && (await this.write(accountId, day))) written += 1;
    }
    return written;
  }

  /** One digest a person and local day, whoever else writes it at the same time. */
  private async write(accountId: string, day: string): Promise<boolean> {
    return this.commands.run(async (tx, at) => {
      const id = newId();
      const host = mailHost(this.settings);
      const written = await change(
        tx,
        `INSERT IGNORE INTO email (id, account_id, message_id, digest_key, request_id, send_after, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [id, accountId, `<${id}@${host}>`, `${accountId}:${day}`, id, at, at],
      );
      if (written === 0) return false;
      await change(
        tx,
        'UPDATE digest_item SET email_id = ? WHERE account_id = ? AND email_id IS NULL',
        [id, accountId],
      );
      return true;
    });
  }
}
