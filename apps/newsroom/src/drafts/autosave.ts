/** How long after the last key a text goes to the newsroom, in milliseconds. */
export const PAUSE_MS = 1_500;
/** So often a text that did not arrive is sent again. */
export const RETRY_MS = 10_000;

/**
 * Where the text under work stands: `typing`, not yet sent; `saving`, on its way; `kept`, it
 * did not arrive and is only in this browser; `conflict`, somebody else saved meanwhile;
 * `refused`, the newsroom does not take it, for a reason that trying again does not change.
 */
export type SaveState = 'saved' | 'typing' | 'saving' | 'kept' | 'conflict' | 'refused';

/** A text that was saved, and its version. */
export interface Saved<T> {
  readonly text: T;
  readonly version: number;
}

/** What became of sending a text. */
export type Outcome<T> =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'conflict'; readonly theirs: Saved<T> }
  | { readonly kind: 'refused' | 'away'; readonly error: unknown };

export interface Autosaving<T> {
  readonly state: SaveState;
  /** When the newsroom last took the text. */
  readonly savedAt: Date | null;
  readonly error: unknown;
  readonly base: Saved<T>;
  /** What somebody else saved, while the state is `conflict`. */
  readonly theirs: Saved<T> | null;
}

export interface Hands<T> {
  /** Sends a text over the version that it was written over. Never rejects. */
  readonly send: (text: T, version: number) => Promise<Outcome<T>>;
  /** Keeps in this browser what the newsroom has not got yet; null: nothing any more. */
  readonly keep: (text: T | null, base: Saved<T>) => void;
  /** Whether two texts say the same, to the newsroom. */
  readonly same: (one: T, other: T) => boolean;
}

/**
 * Saves a text as it is typed: a pause after the last key, one save under way at a time, over
 * the version that was seen. It reads the text and never writes it: what is typed while a save
 * is under way is sent next.
 */
export class Autosave<T extends object> {
  private typed: T;
  private now: Autosaving<T>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underway: Promise<boolean> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    base: Saved<T>,
    private readonly hands: Hands<T>,
  ) {
    this.typed = base.text;
    this.now = { state: 'saved', savedAt: null, error: null, base, theirs: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly current = (): Autosaving<T> => this.now;

  get text(): T {
    return this.typed;
  }
  /** Whether something is here that the newsroom has not got. */
  get dirty(): boolean {
    return this.now.state !== 'saved';
  }

  change(part: Partial<T>): void {
    const text = { ...this.typed, ...part };
    if (this.hands.same(text, this.typed)) {
      this.typed = text;
      return;
    }
    this.typed = text;
    this.hands.keep(text, this.now.base);
    const { state } = this.now;
    if (state === 'conflict' || state === 'saving') {
      this.tell({});
      return;
    }
    this.tell({ state: 'typing' });
    this.later(PAUSE_MS);
  }

  /** Sends at once what is not saved yet. True when the newsroom has all of it. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.underway) await this.underway;
    const { state } = this.now;
    if (state === 'saved') return true;
    if (state === 'conflict') return false;
    return this.save();
  }

  /** A text that was brought together out of two: over the version that the other one has. */
  async resolve(text: T): Promise<boolean> {
    const { theirs } = this.now;
    if (!theirs) return false;
    this.typed = text;
    this.tell({ state: 'typing', base: theirs, theirs: null, error: null });
    this.hands.keep(text, theirs);
    return this.flush();
  }

  /** What the newsroom has now, where nothing is typed over it. */
  adopt(saved: Saved<T>): void {
    clearTimeout(this.timer);
    this.typed = saved.text;
    this.tell({ state: 'saved', base: saved, theirs: null, error: null });
  }

  /** A text of this person that never arrived, written over `base`. */
  restore(text: T, base: Saved<T>): void {
    const { base: newest } = this.now;
    if (base.version === newest.version) {
      this.change(text);
      return;
    }
    this.typed = text;
    this.tell({ state: 'conflict', base, theirs: newest });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private later(afterMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), afterMs);
  }

  private save(): Promise<boolean> {
    this.underway = this.send().finally(() => {
      this.underway = null;
    });
    return this.underway;
  }

  private async send(): Promise<boolean> {
    const { base } = this.now;
    const text = this.typed;
    this.tell({ state: 'saving' });
    const outcome = await this.hands.send(text, base.version);
    if (outcome.kind === 'saved') return this.arrived({ text, version: outcome.version });
    if (outcome.kind === 'conflict') return this.disputed(outcome.theirs);
    this.tell({ state: outcome.kind === 'away' ? 'kept' : 'refused', error: outcome.error });
    if (outcome.kind === 'away') this.later(RETRY_MS);
    return false;
  }

  private arrived(saved: Saved<T>): boolean {
    const all = this.hands.same(this.typed, saved.text);
    this.tell({
      state: all ? 'saved' : 'typing',
      base: saved,
      savedAt: new Date(),
      error: null,
    });
    this.hands.keep(all ? null : this.typed, saved);
    if (!all) this.later(PAUSE_MS);
    return all;
  }

  /** Somebody else was faster. When both say the same there is nothing to choose. */
  private disputed(theirs: Saved<T>): boolean {
    if (this.hands.same(this.typed, theirs.text)) return this.arrived(theirs);
    this.tell({ state: 'conflict', theirs });
    return false;
  }

  private tell(part: Partial<Autosaving<T>>): void {
    this.now = { ...this.now, ...part };
    for (const listener of this.listeners) listener();
  }
}
