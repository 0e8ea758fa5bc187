import { Inject, Injectable } from '@nestjs/common';
import { PasswordResets } from '@desk/people';
import { NOTIFICATION_SETTINGS, type NotificationSettings } from '../settings.js';

/** Gives the secret of a forgotten password's link at the moment when its letter is written. */
@Injectable()
export class ResetTokens {
  constructor(
    private readonly resets: PasswordResets,
    @Inject(NOTIFICATION_SETTINGS) private readonly settings: NotificationSettings,
  ) {}

  /** Null when the link would lead nowhere: used, too old, replaced. */
  of({ accountId, entryId }: { accountId: string; entryId: string }): Promise<string | null> {
    return this.resets.tokenOf(entryId, accountId, this.settings.secret);
  }
}
