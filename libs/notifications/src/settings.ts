import { hostOf, sender } from './mail/mail-address.js';

/** What this library must be told by the process that it runs in. */
export interface NotificationSettings {
  /** Where the newsroom is reached, e.g. `https://desk.example.vn`: links lead there. */
  readonly newsroomUrl: string;
  /** `smtp://[user:password@]host:port`, or `smtps://`. */
  readonly smtpUrl: string;
  /** The sender, `Name <name@host>`; its host is also the right side of every Message-ID. */
  readonly mailFrom: string;
  /** Signs what goes out in links (unsubscribing). */
  readonly secret: string;
  /** Opens private networks to webhooks. For tests and for newsrooms behind one firewall. */
  readonly webhooksAllowPrivate: boolean;
}

export const NOTIFICATION_SETTINGS = Symbol('notification settings');

/** The right side of a Message-ID. */
export const mailHost = ({ mailFrom }: Pick<NotificationSettings, 'mailFrom'>): string =>
  hostOf(sender(mailFrom).address);
