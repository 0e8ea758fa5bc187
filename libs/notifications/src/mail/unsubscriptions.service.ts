import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '@desk/languages';
import { personById } from '@desk/people';
import { Preferences } from '../inbox/preferences.service.js';
import { NOTIFICATION_SETTINGS, type NotificationSettings } from '../settings.js';
import { readUnsubscribeToken } from './unsubscribe-token.js';

/** What the links in e-mails do that end a kind of e-mail (RFC 8058), without signing in. */
@Injectable()
export class Unsubscriptions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly preferences: Preferences,
    @Inject(NOTIFICATION_SETTINGS) private readonly settings: NotificationSettings,
  ) {}

  /** The language of the person whose link it is; null when the link is not ours. Changes nothing. */
  async languageOf(token: string): Promise<Language | null> {
    const claim = readUnsubscribeToken(token, this.settings.secret);
    if (!claim) return null;
    const person = await personById(this.dataSource, claim.accountId);
    return person?.language ?? null;
  }

  /** Ends what the token names; false when the link is not ours. May be repeated. */
  async stop(token: string): Promise<boolean> {
    const claim = readUnsubscribeToken(token, this.settings.secret);
    if (!claim) return false;
    await this.preferences.stopEmail(claim.accountId, claim.from);
    return true;
  }
}
