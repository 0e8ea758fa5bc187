import { Autosave, type Autosaving, type Outcome, type Saved } from '../drafts/autosave';
import { sameText, textOf, type SegmentText } from './segment-text';
import type { Segment } from './sheet';

/** A segment under work: what is typed, and where it is saved. */
export interface UnderWork {
  readonly text: SegmentText;
  readonly saving: Autosaving<SegmentText>;
}

export interface DeskHands {
  readonly send: (
    segmentId: string,
    text: SegmentText,
    version: number,
  ) => Promise<Outcome<SegmentText>>;
  /** Keeps in this browser what a segment has not got in the newsroom yet; null: nothing. */
  readonly keeperOf: (
    segmentId: string,
  ) => (text: SegmentText | null, base: Saved<SegmentText>) => void;
}

/**
 * The segments that somebody has worked on since the page was opened, each saved by itself: one
 * goes on to the next segment while the one before is still on its way, also without connection.
 */
export class SegmentDesk {
  private readonly segments = new Map<string, Autosave<SegmentText>>();
  private readonly listeners = new Set<() => void>();
  private now: ReadonlyMap<string, UnderWork> = new Map();

  constructor(private readonly hands: DeskHands) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly current = (): ReadonlyMap<string, UnderWork> => this.now;

  /** Where a segment is saved. What others saved meanwhile is seen when it is taken up anew. */
  take(segment: Segment): Autosave<SegmentText> {
    const seen = { text: textOf(segment), version: segment.version };
    const there = this.segments.get(segment.id);
    if (there) {
      if (!there.dirty && seen.version > there.current().base.version) there.adopt(seen);
      return there;
    }
    const made = new Autosave(seen, {
      send: (text, version) => this.hands.send(segment.id, text, version),
      keep: this.hands.keeperOf(segment.id),
      same: sameText,
    });
    this.segments.set(segment.id, made);
    made.subscribe(() => {
      this.tell();
    });
    this.tell();
    return made;
  }

  of(segmentId: string | null): Autosave<SegmentText> | undefined {
    return segmentId === null ? undefined : this.segments.get(segmentId);
  }

  /** Sends all that waits. True when the newsroom has it. */
  async flush(): Promise<boolean> {
    const done = await Promise.all([...this.segments.values()].map((one) => one.flush()));
    return done.every(Boolean);
  }

  get dirty(): boolean {
    return [...this.segments.values()].some((one) => one.dirty);
  }

  stop(): void {
    for (const one of this.segments.values()) one.stop();
  }

  private tell(): void {
    this.now = new Map(
      [...this.segments].map(([id, one]) => [id, { text: one.text, saving: one.current() }]),
    );
    for (const listener of this.listeners) listener();
  }
}
