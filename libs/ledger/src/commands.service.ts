import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, Transactions, isDuplicate } from '@desk/database';
import { Bell } from './bell.js';
import { currentContext } from './request-context.js';

/** Thrown when another request with the same Idempotency-Key was carried out first. */
export class AlreadyCarriedOut extends Error {}

/**
 * Carries out commands. A command's change, its ledger entries and, when the caller sent an
 * Idempotency-Key, its answer are committed together; then the relay is rung.
 */
@Injectable()
export class Commands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: Bell,
  ) {}

  /**
   * Runs `work` in one transaction. What it returns is the answer: with an Idempotency-Key it
   * is kept beside the change, and a repeated request gets it again instead of acting twice.
   */
  async run<T>(work: (tx: EntityManager, at: Date) => Promise<T>): Promise<T> {
    const once = currentContext()?.once;
    const answer = await this.transactions.run(async (tx) => {
      const at = this.clock.now();
      const result = await work(tx, at);
      if (once) await this.remember(tx, once, result, at);
      return result;
    });
    this.bell.ring();
    return answer;
  }

  private async remember(
    tx: EntityManager,
    once: { accountId: string; key: string; requestHash: string },
    result: unknown,
    at: Date,
  ): Promise<void> {
    try {
      await tx.query('INSERT INTO idempotent_request VALUES (?, ?, ?, ?, ?)', [
        once.accountId,
        once.key,
        once.requestHash,
        JSON.stringify(result ?? null),
        at,
      ]);
    } catch (error) {
      if (isDuplicate(error)) throw new AlreadyCarriedOut();
      throw error;
    }
  }
}
