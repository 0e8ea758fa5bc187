import { z } from 'zod';

/** What the API answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Sent {
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const sessionSchema = z.object({ csrfToken: z.string(), person: z.object({ id: z.uuid() }) });
const problemSchema = z.object({ code: z.string() });

/** A person of the newsroom at the API, with a session of their own. */
export class Colleague {
  private cookie = '';
  private csrfToken = '';
  id = '';

  constructor(
    private readonly api: string,
    readonly email: string,
    readonly password: string,
  ) {}

  async signIn(): Promise<this> {
    const { status, body, headers } = await this.send('POST', 'session', {
      body: { email: this.email, password: this.password },
    });
    if (status !== 201) throw new Error(`sign-in: ${status} ${JSON.stringify(body)}`);
    const session = sessionSchema.parse(body);
    this.cookie = headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    this.csrfToken = session.csrfToken;
    this.id = session.person.id;
    return this;
  }

  async send(method: string, path: string, sent: Sent = {}): Promise<Answered> {
    const { url, headers, body } = this.ask(path, sent);
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  }

  /** A page or file beside the API, as it came. */
  async page(path: string, method = 'GET') {
    const { url, headers } = this.ask(path, {});
    const answer = await fetch(url, { method, headers, redirect: 'manual' });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  /** The request as it goes over the wire. */
  ask(path: string, { body, ifMatch, key, headers }: Sent) {
    return {
      url: `${this.api}/api/v1/${path}`,
      headers: {
        ...(this.cookie !== '' && { cookie: this.cookie, 'x-csrf-token': this.csrfToken }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...headers,
      },
      body: isAsItIs(body) ? body : JSON.stringify(body),
    };
  }

  /** Sends and reads the answer of success. @throws Error with the problem otherwise */
  async does<S extends z.ZodType>(
    schema: S,
    method: string,
    path: string,
    sent: Sent = {},
  ): Promise<z.infer<S>> {
    const { status, body } = await this.send(method, path, sent);
    if (status >= 300)
      throw new Refusal(`${method} ${path}: ${status} ${JSON.stringify(body)}`, status, body);
    return schema.parse(body);
  }

  reads<S extends z.ZodType>(schema: S, path: string): Promise<z.infer<S>> {
    return this.does(schema, 'GET', path);
  }
}

const isAsItIs = (body: unknown): body is string | Buffer<ArrayBuffer> | undefined =>
  body === undefined || typeof body === 'string' || Buffer.isBuffer(body);

/** The API refused. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly body: unknown,
  ) {
    super(message);
  }

  get code(): string {
    return problemSchema.parse(this.body).code;
  }
}
