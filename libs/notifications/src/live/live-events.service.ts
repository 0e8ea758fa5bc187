import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LiveEventData } from '@desk/contracts';
import { LiveStream, type LiveListener } from './live-stream.js';
import { entriesBetween, lastPlace, noticesOf, untoldAmong, untoldUpTo } from './live.queries.js';

const BATCH = 500;
/** Who missed more than this reads everything again instead. */
const MOST_MISSED = 5_000;
const MOST_UNTOLD = 5_000;
/** How often to look: while something is going on, and else. */
const BUSY_MS = 80;
const IDLE_MS = 1_000;
/** For so long after something went on there may be more: places and notices follow entries. */
const BUSY_FOR_MS = 2_000;

/**
 * Tells open connections what happens, from the ledger: one reader for all of a process. It
 * reads entries by place, which the relay gives in commit order, so it misses none. Notices
 * come a moment after their entry: an entry whose fan-out waits is remembered as untold, and
 * no stream is said to be told beyond it before its notices were.
 */
@Injectable()
export class LiveEvents implements OnModuleDestroy {
  private readonly streams = new Map<LiveListener, LiveStream>();
  /** Entries up to `read` whose notices are still to come: entry → place. */
  private readonly untold = new Map<string, number>();
  private read = 0;
  private starting: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** The look that is under way. */
  private looking: Promise<void> | undefined;
  private busyUntil = 0;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Opens a stream: first what was missed since `resumeAt`, then what happens. Without it,
   * from now on. To be ended with `close`.
   */
  async open(listener: LiveListener, resumeAt: number | null): Promise<void> {
    await this.start();
    // A look under way has asked for the notices of those who listened when it began.
    while (this.looking) await this.looking;
    const upTo = this.read;
    const toldUpTo = this.toldUpTo();
    const from = Math.min(resumeAt ?? toldUpTo, upTo);
    const stream = new LiveStream(listener, from);
    this.streams.set(listener, stream);
    if (resumeAt !== null && upTo - from > MOST_MISSED) stream.announce('reset', toldUpTo);
    else {
      stream.announce('ready', from);
      // Who comes anew has missed nothing; what is untold they hear with everybody else.
      const untold = new Set(this.untold.keys());
      if (resumeAt !== null) await this.catchUp(stream, from, upTo, toldUpTo, untold);
    }
    stream.goLive();
  }

  close(listener: LiveListener): void {
    this.streams.delete(listener);
    if (this.streams.size === 0) this.stop();
  }

  /** Something may have happened: look now. */
  wake(): void {
    if (this.streams.size === 0) return;
    this.busyUntil = Date.now() + BUSY_FOR_MS;
    this.next(0);
  }

  /** Who has an edition open now; who does not hear of it in this moment never does. */
  tellPresence(data: LiveEventData<'presence'>): void {
    for (const stream of [...this.streams.values()]) stream.tellPresence(data);
  }

  onModuleDestroy(): void {
    this.stop();
    for (const listener of [...this.streams.keys()]) listener.overrun();
    this.streams.clear();
  }

  private start(): Promise<void> {
    this.starting ??= this.begin().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  private async begin(): Promise<void> {
    await this.looking;
    this.untold.clear();
    this.read = await lastPlace(this.dataSource);
    const waiting = await untoldUpTo(this.dataSource, this.read, MOST_UNTOLD);
    for (const { id, place } of waiting) this.untold.set(id, place);
    this.next(BUSY_MS);
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.starting = undefined;
  }

  /** Everything up to this place is told, notices too. */
  private toldUpTo(): number {
    let least = this.read + 1;
    for (const place of this.untold.values()) least = Math.min(least, place);
    return least - 1;
  }

  /** `untold`: entries whose notices the stream hears when they come, with everybody else. */
  private async catchUp(
    stream: LiveStream,
    after: number,
    upTo: number,
    toldUpTo: number,
    untold: ReadonlySet<string>,
  ): Promise<void> {
    for (let from = after; from < upTo;) {
      const entries = await entriesBetween(this.dataSource, from, upTo, BATCH);
      const last = entries.at(-1)?.place;
      if (last === undefined || last === null) return;
      const places = new Map(entries.map((entry) => [entry.id, entry.place ?? 0]));
      const told = entries.filter((entry) => !untold.has(entry.id)).map((entry) => entry.id);
      const notices = await this.noticesWithPlaces(told, [stream.accountId], places);
      stream.tell({ entries, notices, toldUpTo: Math.min(last, toldUpTo) });
      from = last;
    }
  }

  private next(afterMs: number): void {
    if (this.looking) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.looking = this.round();
    }, afterMs);
  }

  private async round(): Promise<void> {
    let more = false;
    try {
      more = await this.look();
    } catch {
      // The database is away; what was not read is read when it is back.
    } finally {
      this.looking = undefined;
    }
    if (this.starting && this.streams.size > 0) {
      this.next(more ? 0 : Date.now() < this.busyUntil ? BUSY_MS : IDLE_MS);
    }
  }

  /** Reads what is new and tells it; true when there is more. */
  private async look(): Promise<boolean> {
    const entries = await entriesBetween(this.dataSource, this.read, null, BATCH);
    const places = new Map([
      ...[...this.untold].slice(0, MOST_UNTOLD),
      ...entries.map((entry) => [entry.id, entry.place ?? 0] as const),
    ]);
    if (places.size === 0) return false;
    const still = new Set(
      (await untoldAmong(this.dataSource, [...places.keys()])).map(({ id }) => id),
    );
    const told = [...places.keys()].filter((id) => !still.has(id));
    const accountIds = new Set([...this.streams.values()].map((stream) => stream.accountId));
    const notices = await this.noticesWithPlaces(told, [...accountIds], places);

    this.read = entries.at(-1)?.place ?? this.read;
    for (const id of told) this.untold.delete(id);
    for (const { id, place } of entries) if (still.has(id)) this.untold.set(id, place ?? 0);
    if (entries.length > 0 || told.length > 0) this.busyUntil = Date.now() + BUSY_FOR_MS;
    if (this.untold.size > MOST_UNTOLD) this.giveUpUntold();
    const news = { entries, notices, toldUpTo: this.toldUpTo() };
    for (const stream of [...this.streams.values()]) stream.push(news);
    return entries.length === BATCH;
  }

  /** Nobody is being told anything for long: rather than remember it all, let everybody read again. */
  private giveUpUntold(): void {
    this.untold.clear();
    for (const listener of [...this.streams.keys()]) listener.overrun();
  }

  private async noticesWithPlaces(
    entryIds: readonly string[],
    accountIds: readonly string[],
    places: ReadonlyMap<string, number>,
  ) {
    const notices = await noticesOf(this.dataSource, entryIds, accountIds);
    return notices.map((notice) => ({ notice, place: places.get(notice.entryId) ?? 0 }));
  }
}
