import { randomUUID } from 'node:crypto';
import type { Colleague } from './colleague.js';
import { knock, requestsAt, type Door, type Knocked, type Request } from './doors.js';

export const nameOf = ({ method, path }: Door): string => `${method} ${path}`;
export const changes = ({ method }: Door): boolean => method !== 'GET';

export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  /** A header that is left out. */
  readonly without?: string;
}

/** Tries doors with ids and the right versions, as somebody would who knows both. */
export class Knocking {
  constructor(
    private readonly versions: ReadonlyMap<string, number>,
    private readonly ids: readonly string[],
  ) {}

  /** What was answered otherwise than it must be, each as a line to be read. */
  async wrong(
    doors: readonly Door[],
    by: Colleague,
    isRight: (answer: Knocked, door: Door) => boolean,
    sending: (door: Door) => Sending = () => ({}),
  ): Promise<string[]> {
    const found: string[] = [];
    for (const door of doors) {
      for (const request of requestsAt(door, this.ids)) {
        const answer = await this.send(by, door, request, sending(door));
        if (isRight(answer, door)) continue;
        found.push(`${door.method} ${request.path}: ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    }
    return found;
  }

  /** Where what one may not see is told otherwise than what never was. */
  async toldApart(doors: readonly Door[], by: Colleague): Promise<string[]> {
    const found: string[] = [];
    for (const door of doors.filter(({ path }) => path.includes('{'))) {
      const never = randomUUID();
      const unheard = await this.askFor(never, door, by);
      for (const id of this.ids) {
        const told = await this.askFor(id, door, by);
        if (told !== unheard) found.push(`${nameOf(door)}, ${id}: ${told}, not ${unheard}`);
      }
    }
    return found;
  }

  /** The answer without the id that was asked for and the number of the request. */
  private async askFor(id: string, door: Door, by: Colleague): Promise<string> {
    const [request] = requestsAt(door, [id]);
    if (!request) return '';
    const { status, text } = await this.send(by, door, request);
    return `${status} ${text.replaceAll(id, '').replace(/"requestId":"[^"]*"/, '')}`;
  }

  async send(by: Colleague, door: Door, request: Request, sending: Sending = {}): Promise<Knocked> {
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(request.path)?.[0] ?? '';
    const isFile = door.mediaType === 'application/octet-stream';
    const { url, headers, body } = by.ask(request.path.slice('/api/v1/'.length), {
      body: isFile ? 'tệp' : request.body,
      ifMatch: this.versions.get(id) ?? 1,
      headers: { ...(isFile && { 'content-type': door.mediaType }), ...sending.headers },
    });
    const sent = Object.entries(headers).filter(([name]) => name !== sending.without);
    return knock(url, {
      method: door.method,
      headers: Object.fromEntries(sent),
      ...(changes(door) && door.method !== 'HEAD' && body !== undefined && { body }),
    });
  }
}

/** Refused as not there or not allowed; or a list that tells nothing of these things. */
export const isKept = (answer: Knocked, door: Door, things: readonly string[]): boolean =>
  isRefused(answer) ||
  (answer.status === 200 &&
    !changes(door) &&
    !door.path.includes('{') &&
    !things.some((id) => answer.text.includes(id)));

export const isRefused = ({ status, code }: Knocked): boolean =>
  (status === 403 || status === 404) && code !== null;
