import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';

/** A request as an engine got it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What an engine answers. A text is sent as it is, everything else as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An engine's documented protocol: its answers, and the errors that it knows. */
export interface Protocol {
  answer(asked: Asked): Answer;
  readonly errors: {
    /** Too many requests; with how long to wait, where it says so. */
    busy(seconds?: number): Answer;
    /** What was paid for is used up. */
    quota(): Answer;
    /** The engine's own fault. */
    failing(): Answer;
  };
}

/** The header that says how long to wait, where it is said. */
export const waiting = (seconds?: number): Record<string, string> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };

/** `hang`: takes the request and never answers; `drop`: cuts the connection. */
export type Next = Answer | 'hang' | 'drop';

/** A server on this machine that speaks an engine's protocol over real HTTP. */
export class EngineServer<P extends Protocol> {
  readonly asked: Asked[] = [];
  /** What it does next instead of translating, one each. */
  readonly next: Next[] = [];
  /** When each request came, in milliseconds. */
  readonly times: number[] = [];

  private constructor(
    private readonly server: Server,
    readonly protocol: P,
  ) {}

  static async open<P extends Protocol>(protocol: P, port = 0): Promise<EngineServer<P>> {
    const server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const url = new URL(request.url ?? '/', 'http://engine');
        own.take(
          {
            method: request.method ?? '',
            path: url.pathname,
            query: url.searchParams,
            headers: request.headers,
            text: Buffer.concat(pieces).toString(),
          },
          response,
        );
      });
    });
    const own = new EngineServer(server, protocol);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return own;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get port(): number {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return address.port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(asked: Asked, response: ServerResponse): void {
    this.asked.push(asked);
    this.times.push(performance.now());
    const next = this.next.shift() ?? this.protocol.answer(asked);
    if (next === 'hang') return;
    if (next === 'drop') {
      response.destroy();
      return;
    }
    const { status, headers = {}, body } = next;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }
}
