import type { Logger } from 'pino';

/**
 * Runs `work` again and again: at once when rung or when `work` says that there is more, else
 * after a pause. Never two at a time. What it throws is logged, and it goes on.
 */
export class Loop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private rung = false;
  private stopped = false;

  constructor(
    private readonly name: string,
    private readonly pauseMs: number,
    private readonly work: () => Promise<boolean | void>,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.next(0);
  }

  /** Do not wait for the end of the pause. */
  ring(): void {
    this.rung = true;
    if (!this.running) this.next(0);
  }

  /** Ends after the round that is running. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.round().finally(() => {
        this.running = undefined;
        this.next(this.rung ? 0 : this.pauseMs);
      });
    }, afterMs);
  }

  private async round(): Promise<void> {
    this.rung = false;
    try {
      if ((await this.work()) === true) this.rung = true;
    } catch (error) {
      this.log.warn({ err: error, loop: this.name }, 'a round failed and will be tried again');
    }
  }
}
