import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NoticeKind } from '@desk/contracts';
import { Clock } from '@desk/database';
import { Commands, inContext, record } from '@desk/ledger';
import { personById, type Person } from '@desk/people';
import type { NoticeRow } from '../inbox/notices.queries.js';
import { modes, modesOf, wishesOf } from '../inbox/preferences.queries.js';
import { pauseBeforeRetryMs } from '../retry.js';
import { hearing, type Hearing } from '../rules/hearing.js';
import { maySee } from '../rules/who-hears.policy.js';
import { NOTIFICATION_SETTINGS, type NotificationSettings } from '../settings.js';
import { digestLetter } from './digest-letter.js';
import { claimEmail, endTry, noticesIn, type EmailRow } from './emails.queries.js';
import type { Letter } from './letter.js';
import { resetLink, unsubscribeLink } from './links.js';
import { noticeLetter } from './notice-letter.js';
import { NotPosted, Post } from './post.js';
import { ResetTokens } from './reset-tokens.js';
import { unsubscribeToken, type Unsubscribed } from './unsubscribe-token.js';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** About a day of tries. */
const MOST_TRIES = 32;

/** What became of a try. `not_due`: somebody else has it, or it was sent. */
export type Delivered = 'sent' | 'waiting' | 'dead' | 'dropped' | 'not_due';

/** Sends e-mails that fan-out and the digests have written down. */
@Injectable()
export class EmailDelivery implements OnApplicationShutdown {
  private post: Post | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
    private readonly clock: Clock,
    private readonly resetTokens: ResetTokens,
    @Inject(NOTIFICATION_SETTINGS) private readonly settings: NotificationSettings,
  ) {}

  onApplicationShutdown(): void {
    this.post?.close();
  }

  /**
   * Claims an e-mail, sends it, marks it sent. Killed in between, it is sent again when the
   * lease has run out, with the same Message-ID. Does not throw for what can go wrong with one
   * e-mail: it is tried again later and given up in the end.
   */
  async deliver(emailId: string): Promise<Delivered> {
    const email = await claimEmail(this.dataSource, emailId, this.clock.now());
    if (!email) return 'not_due';
    return inContext({ requestId: email.requestId }, () => this.attempt(email));
  }

  private async attempt(email: EmailRow): Promise<Delivered> {
    try {
      const addressed = await this.compose(email);
      if (typeof addressed === 'string') {
        await endTry(this.dataSource, email, { state: 'dropped', error: addressed });
        return 'dropped';
      }
      const { letter, to } = addressed;
      this.post ??= new Post(this.settings.smtpUrl, this.settings.mailFrom);
      await this.post.send({
        ...letter,
        to: { name: to.name, address: to.email },
        language: to.language,
        messageId: email.messageId,
        requestId: email.requestId,
      });
    } catch (error) {
      return this.failed(email, error);
    }
    await endTry(this.dataSource, email, { state: 'sent', sentAt: this.clock.now() });
    return 'sent';
  }

  /** The letter and whom it goes to, as things are now; or why it is no longer to be sent. */
  private async compose(email: EmailRow): Promise<{ letter: Letter; to: Person } | string> {
    const to = await personById(this.dataSource, email.accountId);
    if (!to) return 'the account is not active';
    const all = await noticesIn(this.dataSource, email);
    const notices = all.filter((notice) => maySee(to, notice.sectionId));
    const [only] = notices;
    if (!only) return all.length === 0 ? 'all was read' : 'no longer visible to them';
    return email.noticeId === null ? this.digest(notices, to) : this.single(only, to);
  }

  /** Without what its reader has switched off since it was gathered. */
  private async digest(
    gathered: readonly NoticeRow[],
    to: Person,
  ): Promise<{ letter: Letter; to: Person } | string> {
    const wishes = await wishesOf(this.dataSource, to.id);
    const notices = gathered.filter(({ kind }) => modes(kind, wishes).email !== 'off');
    if (notices.length === 0) return 'no longer wanted';
    const { newsroomUrl } = this.settings;
    const unsubscribe = this.unsubscribe(to.id, 'digest');
    return { letter: digestLetter(notices, to, { newsroomUrl, unsubscribe }), to };
  }

  private async single(
    notice: NoticeRow,
    to: Person,
  ): Promise<{ letter: Letter; to: Person } | string> {
    const modeOf = await modesOf(this.dataSource, notice.kind, [to.id]);
    if (modeOf(to.id).email === 'off') return 'no longer wanted';
    const { newsroomUrl } = this.settings;
    const reset = await this.reset(notice);
    if (reset === 'none') return 'the reset is used or too old';
    const unsubscribe = isFixed(notice.kind) ? null : this.unsubscribe(to.id, notice.kind);
    return { letter: noticeLetter(notice, to, { newsroomUrl, unsubscribe, reset }), to };
  }

  /** The link of a forgotten password; `none` when it leads nowhere any more. */
  private async reset(notice: NoticeRow): Promise<string | null> {
    if (notice.kind !== 'password.reset_asked') return null;
    const token = await this.resetTokens.of(notice);
    return token === null ? 'none' : resetLink(this.settings.newsroomUrl, token);
  }

  private unsubscribe(accountId: string, from: Unsubscribed): string {
    const token = unsubscribeToken({ accountId, from }, this.settings.secret);
    return unsubscribeLink(this.settings.newsroomUrl, token);
  }

  private async failed(email: EmailRow, error: unknown): Promise<Delivered> {
    const message = error instanceof Error ? error.message : 'unknown error';
    const final = error instanceof NotPosted && error.final;
    if (final || email.attempts >= MOST_TRIES) return this.giveUp(email, message);
    const pause = pauseBeforeRetryMs(email.attempts, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
    const sendAfter = new Date(this.clock.now().getTime() + pause);
    await endTry(this.dataSource, email, { state: 'waiting', sendAfter, error: message });
    return 'waiting';
  }

  /** Administrators are told; but not of a mail that would have told of a dead job. */
  private async giveUp(email: EmailRow, message: string): Promise<Delivered> {
    await this.commands.run(async (tx, at) => {
      const ended = await endTry(tx, email, { state: 'dead', error: message });
      const [notice] = await noticesIn(tx, email);
      if (!ended || notice?.kind === 'job.died') return;
      const what = { job: 'email.deliver', error: message.slice(0, 500) };
      await record(tx, at, null, 'job.died', { subjectId: email.id }, what);
    });
    return 'dead';
  }
}

const isFixed = (kind: NoticeKind): boolean => {
  const row: Hearing = hearing[kind];
  return row.fixed === true;
};
