import { presenceEventSchema, type LiveEventData } from '@desk/contracts';
import type { Colleague } from './colleague.js';

/** A window's stream of events, as a browser reads it. */
export class EventReader {
  readonly heard: { readonly type: string; readonly id: string; readonly data: unknown }[] = [];

  private constructor(private readonly ending: AbortController) {}

  /** Opens the stream; it is open when `ready` was heard. */
  static async open(person: Colleague, lastEventId?: string): Promise<EventReader> {
    const reader = new EventReader(new AbortController());
    const { url, headers } = person.ask('events', {
      ...(lastEventId !== undefined && { headers: { 'last-event-id': lastEventId } }),
    });
    const { body } = await fetch(url, { headers, signal: reader.ending.signal });
    if (!body) throw new Error('the stream has no body');
    const ready = new Promise<void>((resolve) => {
      void reader.read(body, resolve).catch(() => undefined);
    });
    await ready;
    return reader;
  }

  close(): void {
    this.ending.abort();
  }

  /** What was heard of who has something open, in order. */
  get presence(): LiveEventData<'presence'>[] {
    return this.heard.flatMap(({ type, data }) =>
      type === 'presence' ? [presenceEventSchema.parse(data)] : [],
    );
  }

  private async read(body: ReadableStream<Uint8Array>, onReady: () => void): Promise<void> {
    let rest = '';
    const text = new TextDecoder();
    for await (const piece of body) {
      const events = (rest + text.decode(piece, { stream: true })).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const line = (name: string) =>
          event
            .split('\n')
            .find((one) => one.startsWith(`${name}: `))
            ?.slice(name.length + 2);
        const [type, data] = [line('event'), line('data')];
        if (type === undefined || data === undefined) continue;
        this.heard.push({ type, id: line('id') ?? '', data: JSON.parse(data) });
        if (type === 'ready') onReady();
      }
    }
  }
}
