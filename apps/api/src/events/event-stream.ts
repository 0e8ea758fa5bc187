import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '@desk/contracts';
import type { LiveListener } from '@desk/notifications';
import type { Person } from '@desk/people';

/** So much may wait in the connection; a reader who is slower begins again from where they were. */
const MOST_WAITING_BYTES = 262_144;
const HEARTBEAT_MS = 15_000;
/** How often it is asked anew who listens: an ended session ends its streams within this. */
const RECHECK_MS = 3_000;

/** One open connection, in the format of server-sent events (WHATWG HTML, 9.2). */
export class EventStream implements LiveListener {
  private readonly timers: NodeJS.Timeout[];
  private resumeAt = 0;
  private ended = false;

  constructor(
    private readonly response: ServerResponse,
    private listener: Person,
    /** Who listens now; null when they may no longer. */
    private readonly recheck: () => Promise<Person | null>,
    private readonly onEnd: () => void,
  ) {
    this.timers = [
      setInterval(() => {
        this.write(`:\n${this.resumeAt > 0 ? `id: ${this.resumeAt}\n` : ''}\n`);
      }, HEARTBEAT_MS),
      setInterval(() => {
        void this.askAnew();
      }, RECHECK_MS),
    ];
    response.on('close', () => {
      this.end();
    });
    this.write('retry: 2000\n\n');
  }

  person(): Person {
    return this.listener;
  }

  tell({ type, data }: LiveEvent, resumeAt: number): void {
    this.resumeAt = resumeAt;
    this.write(`event: ${type}\nid: ${resumeAt}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  reached(resumeAt: number): void {
    this.resumeAt = resumeAt;
  }

  hasEnded(): boolean {
    return this.ended;
  }

  overrun(): void {
    this.end();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    for (const timer of this.timers) clearInterval(timer);
    this.response.end();
    this.onEnd();
  }

  private write(text: string): void {
    if (this.ended) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_WAITING_BYTES) {
      this.response.destroy();
      this.end();
    }
  }

  /** While the database is away nobody can be asked, and nothing is told either. */
  private async askAnew(): Promise<void> {
    const person = await this.recheck().catch(() => this.listener);
    if (person) this.listener = person;
    else this.end();
  }
}
