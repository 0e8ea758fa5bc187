import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ENVIRONMENT, type Environment } from '@desk/config';
import { TooMany } from './request.errors.js';

/** How often something may be asked, counted in this process. */
@Injectable()
export class RateLimits {
  private readonly requests: RateLimiterMemory;
  private readonly signIns: RateLimiterMemory;

  constructor(@Inject(ENVIRONMENT) environment: Environment) {
    this.requests = new RateLimiterMemory({
      points: environment.RATE_LIMIT_PER_MINUTE,
      duration: 60,
    });
    this.signIns = new RateLimiterMemory({ points: environment.SIGN_IN_TRIES, duration: 900 });
  }

  /** @throws TooMany */
  async request(address: string): Promise<void> {
    await spend(this.requests, address);
  }

  /**
   * Counts a sign-in by account and address together, so that a stranger cannot lock out
   * whoever the account belongs to; and by address alone, ten times as much.
   * @throws TooMany
   */
  async signIn(email: string, address: string): Promise<void> {
    await spend(this.signIns, `${email.normalize('NFC').trim().toLowerCase()} ${address}`);
    await spend(this.signIns, address, 0.1);
  }

  /** A sign-in that went well gives back what it cost. */
  async signedIn(email: string, address: string): Promise<void> {
    await this.signIns.delete(`${email.normalize('NFC').trim().toLowerCase()} ${address}`);
  }
}

async function spend(limiter: RateLimiterMemory, key: string, points = 1): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)));
  }
}
