import type { LiveEvent, LiveEventData } from '@desk/contracts';
import type { Entry } from '@desk/ledger';
import type { Person } from '@desk/people';
import type { NoticeRow } from '../inbox/notices.queries.js';
import { maySee } from '../rules/who-hears.policy.js';
import { eventOf, eventOfNotice, mayHear } from './event-of-entry.js';

/** Where the events of one open connection go. */
export interface LiveListener {
  /** Who listens, as they were last read: their grants decide what is told. */
  person(): Person;
  /** `resumeAt`: the place from which the stream could be taken up after this event. */
  tell(event: LiveEvent, resumeAt: number): void;
  /** Nothing to tell, but everything up to this place is told. */
  reached(resumeAt: number): void;
  /** Too slow to be told everything: the connection must end, and be taken up again. */
  overrun(): void;
}

/** What has happened: entries, and notices of entries (these or earlier ones). */
export interface News {
  readonly entries: readonly Entry[];
  readonly notices: readonly { readonly notice: NoticeRow; readonly place: number }[];
  /** Once this is told, everything up to this place is. */
  readonly toldUpTo: number;
}

/** How much may wait for a stream that is still catching up. */
const MOST_WAITING = 2_000;

/** One listener's stream: what it may hear, in order; what comes meanwhile waits. */
export class LiveStream {
  private waiting: News[] | null = [];
  private resumeAt: number;

  constructor(
    private readonly listener: LiveListener,
    resumeAt: number,
  ) {
    this.resumeAt = resumeAt;
  }

  get accountId(): string {
    return this.listener.person().id;
  }

  /** News as it comes: told at once, or after what was missed. */
  push(news: News): void {
    if (this.waiting === null) {
      this.tell(news);
      return;
    }
    this.waiting.push(news);
    const count = this.waiting.reduce(
      (sum, one) => sum + one.entries.length + one.notices.length,
      0,
    );
    if (count > MOST_WAITING) this.listener.overrun();
  }

  /** What was missed is told; from now on news is told as it comes. */
  goLive(): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const news of waiting) this.tell(news);
  }

  /** Says where the stream stands: that it is open, or that too much was missed. */
  announce(type: 'ready' | 'reset', place: number): void {
    this.resumeAt = place;
    this.listener.tell({ type, data: { place } }, place);
  }

  /**
   * Only the last event moves the place of resuming on, so that a connection that is cut in
   * between hears the others again rather than never.
   */
  tell(news: News): void {
    const events = this.heard(news);
    const toldUpTo = Math.max(this.resumeAt, news.toldUpTo);
    events.forEach((event, index) => {
      this.listener.tell(event, index === events.length - 1 ? toldUpTo : this.resumeAt);
    });
    if (events.length === 0 && toldUpTo > this.resumeAt) this.listener.reached(toldUpTo);
    this.resumeAt = toldUpTo;
  }

  /** Who has an edition open: for those who have it open too, and may see it still (guarantee H). */
  tellPresence(data: LiveEventData<'presence'>): void {
    const person = this.listener.person();
    if (!data.people.some(({ personId }) => personId === person.id)) return;
    if (!maySee(person, data.sectionId)) return;
    this.listener.tell({ type: 'presence', data }, this.resumeAt);
  }

  /** What of the news this person may hear, as they are now (guarantee H). */
  private heard({ entries, notices }: News): LiveEvent[] {
    const person = this.listener.person();
    const ofEntries = entries.flatMap((entry) => {
      const event = mayHear(person, entry) ? eventOf(entry) : null;
      return event ? [event] : [];
    });
    const ofNotices = notices
      .filter(({ notice }) => notice.accountId === person.id && maySee(person, notice.sectionId))
      .map(({ notice, place }) => eventOfNotice(notice, place));
    return [...ofEntries, ...ofNotices];
  }
}
