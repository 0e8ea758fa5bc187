import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

/** A message as a receiver got it. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server that hears webhooks; it answers 204 unless it is told otherwise. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** What it answers next, one each; `hang`: never. */
  readonly answers: (number | 'hang')[] = [];
  /** What it answers when nothing else is said. */
  usually: number | 'hang' = 204;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<WebhookReceiver> {
    const server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        receiver.received.push({
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(pieces).toString(),
        });
        const answer = receiver.answers.shift() ?? receiver.usually;
        if (answer === 'hang') return;
        response.writeHead(answer, { location: 'http://127.0.0.1:1/elsewhere' });
        response.end('nobody reads this');
      });
    });
    const receiver = new WebhookReceiver(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    const address = this.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    return address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** The ids of the messages, in the order in which they came. */
  get ids(): string[] {
    return this.received.map(({ headers }) => String(headers['webhook-id']));
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
