import { setTimeout as pause } from 'node:timers/promises';

/** Lets requests of this process begin at even distances: engines refuse bursts. */
export class Pace {
  private nextMs = 0;

  constructor(private readonly perMinute: number) {}

  async turn(signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const mine = Math.max(now, this.nextMs);
    this.nextMs = mine + 60_000 / this.perMinute;
    if (mine > now) await pause(mine - now, undefined, { signal });
  }
}
