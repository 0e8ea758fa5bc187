import { createTransport } from 'nodemailer';
import { headerText, hostOf, mailAddress, sender } from './mail-address.js';
import type { Letter } from './letter.js';

/** An e-mail with everything that goes on the wire. */
export interface Mail extends Letter {
  readonly to: { readonly name: string; readonly address: string };
  readonly language: string;
  /** With its angle brackets; the same at every try (guarantee C). */
  readonly messageId: string;
  readonly requestId: string;
}

/** The mail server would not take it. `final`: it never will. */
export class NotPosted extends Error {
  constructor(
    message: string,
    readonly final: boolean,
  ) {
    super(message);
    this.name = 'NotPosted';
  }
}

/** Shorter than the lease of an e-mail, whatever the mail server does. */
const WHOLE_TRY_MS = 90_000;

/** The connection to the mail server (SMTP). Addresses are checked here, before nodemailer sees them. */
export class Post {
  private readonly transport: ReturnType<typeof createTransport>;

  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      ...smtpOptions(smtpUrl),
      pool: true,
      maxConnections: 5,
      connectionTimeout: 10_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.transport.on('error', () => undefined);
  }

  /** Sends one mail. @throws NotPosted */
  async send(mail: Mail): Promise<void> {
    const sending = this.transport.sendMail(this.message(mail));
    sending.catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new NotPosted('the mail server took too long', false));
      }, WHOLE_TRY_MS);
    });
    try {
      await Promise.race([sending, late]);
    } catch (error) {
      throw asNotPosted(error);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.transport.close();
  }

  private message(mail: Mail) {
    const from = sender(this.from);
    const to = addressOf(mail);
    return {
      envelope: { from: from.address, to: [to] },
      from,
      to: { name: headerText(mail.to.name), address: to },
      subject: headerText(mail.subject),
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      ...(mail.articleId !== null && {
        references: `<article.${mail.articleId}@${hostOf(from.address)}>`,
      }),
      headers: {
        'X-Request-Id': headerText(mail.requestId),
        'Content-Language': mail.language,
        'Auto-Submitted': 'auto-generated',
        ...(mail.unsubscribe !== null && {
          'List-Unsubscribe': `<${mail.unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    };
  }
}

function addressOf(mail: Mail): string {
  try {
    return mailAddress(mail.to.address);
  } catch {
    throw new NotPosted('the address is not one plain e-mail address', true);
  }
}

function smtpOptions(url: string) {
  const parsed = new URL(url);
  const secure = parsed.protocol === 'smtps:';
  return {
    host: parsed.hostname,
    port: parsed.port === '' ? (secure ? 465 : 587) : Number(parsed.port),
    secure,
    ...(parsed.username && {
      auth: {
        user: decodeURIComponent(parsed.username),
        pass: decodeURIComponent(parsed.password),
      },
    }),
  };
}

/**
 * Refusals (5xx) of this recipient or this text are final. What the server has against us is
 * not: the sender is the same in all mails, and they must wait until somebody has seen to it.
 */
const aboutThisMail = ['RCPT TO', 'DATA', 'BDAT'];
const wantsSignIn = [530, 534, 535, 538];

function asNotPosted(error: unknown): NotPosted {
  if (error instanceof NotPosted) return error;
  if (!(error instanceof Error)) return new NotPosted('unknown error', false);
  const code = 'responseCode' in error ? Number(error.responseCode) : 0;
  const command = 'command' in error ? String(error.command) : '';
  const final = code >= 500 && !wantsSignIn.includes(code) && aboutThisMail.includes(command);
  return new NotPosted(error.message, final);
}
