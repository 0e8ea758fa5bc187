import type { Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** An e-mail as it arrived. */
export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly headers: ParsedMail['headers'];
  /** As it came over the wire. */
  readonly source: string;
}

/** How a mail server does not take a mail. `lost`: it takes it, and hangs up before it says so. */
export type Refusal =
  { readonly at: 'sender' | 'recipient' | 'data'; readonly code: number } | { readonly at: 'lost' };

/** A mail server that takes everything and keeps it, but for those that it is told to refuse. */
export class Mailbox {
  readonly mails: Mail[] = [];
  /** How many messages it lets wait for their answer. */
  stalled = 0;
  private waiting: (() => void)[] | null = null;
  /** What becomes of the next mails, one each. */
  readonly refusals: Refusal[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<Mailbox> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onMailFrom: (_address, _session, done) => done(mailbox.refusal('sender')),
      onRcptTo: (_address, _session, done) => done(mailbox.refusal('recipient')),
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mailbox.receive(stream, to).then(
          (refused) => mailbox.answer(() => done(refused)),
          (error: unknown) => done(asError(error)),
        );
      },
    });
    const mailbox = new Mailbox(server);
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      mailbox.sockets.add(socket);
      socket.on('close', () => mailbox.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get url(): string {
    const address = this.server.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** Takes messages without answering, as a mail server in trouble does, until told otherwise. */
  stall(on: boolean): void {
    const waiting = this.waiting ?? [];
    this.waiting = on ? [] : null;
    this.stalled = 0;
    if (!on) for (const answer of waiting) answer();
  }

  private answer(done: () => void): void {
    if (this.waiting === null) {
      done();
      return;
    }
    this.stalled += 1;
    this.waiting.push(done);
  }

  /** What an address got, in the order of arrival. */
  of(address: string): Mail[] {
    return this.mails.filter(({ to }) => to.includes(address));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private refusal(at: 'sender' | 'recipient' | 'data'): Error | null {
    const [next] = this.refusals;
    if (next?.at !== at) return null;
    this.refusals.shift();
    return Object.assign(new Error('not now, not here'), { responseCode: next.code });
  }

  private async receive(stream: AsyncIterable<Buffer>, to: string[]): Promise<Error | null> {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece);
    const refused = this.refusal('data');
    if (refused) return refused;
    const source = Buffer.concat(pieces);
    const mail = await simpleParser(source);
    this.mails.push({
      to,
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: typeof mail.html === 'string' ? mail.html : '',
      messageId: mail.messageId ?? '',
      headers: mail.headers,
      source: source.toString('latin1'),
    });
    if (this.refusals[0]?.at === 'lost') {
      this.refusals.shift();
      for (const socket of this.sockets) socket.destroy();
    }
    return null;
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
