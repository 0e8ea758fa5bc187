import { Injectable } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, Transactions } from '@desk/database';
import { NewsroomError } from '@desk/errors';
import { SpanKind } from '@opentelemetry/api';
import {
  beginSpan,
  Bell,
  entry as readEntry,
  inContext,
  record,
  traceParentOf,
  within,
  type Entry,
} from '@desk/ledger';
import { fail, finish, type LedgerJobKey } from '@desk/queues';

/** What follows a ledger entry, inside one transaction. `part`: which child of a flow. */
export interface LedgerJobHandler {
  /** What takes long and needs no transaction; may be done in vain. */
  ready?(entry: Entry, part: string): Promise<void>;
  handle(tx: EntityManager, at: Date, entry: Entry, part: string): Promise<void>;
}

/** Runs jobs that follow ledger entries: each has its effect once, whatever is retried. */
@Injectable()
export class LedgerJobRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: Bell,
  ) {}

  /**
   * The job is marked done in the transaction of its effect. A refusal by the newsroom's
   * rules is final; everything else is tried again.
   */
  async run(key: LedgerJobKey, handler: LedgerJobHandler): Promise<void> {
    const entry = await readEntry(this.dataSource, key.entryId);
    const span = beginSpan(`job ${key.job}`, SpanKind.CONSUMER, entry.traceParent ?? undefined, {
      'desk.entry': key.entryId,
      'desk.fact': entry.fact,
    });
    const context = { requestId: entry.requestId, traceParent: traceParentOf(span) };
    try {
      await within(span, () =>
        inContext(context, async () => {
          await handler.ready?.(entry, key.part);
          await this.transactions.run(async (tx) => {
            const at = this.clock.now();
            if (await finish(tx, key, at)) await handler.handle(tx, at, entry, key.part);
          });
        }),
      );
    } catch (error) {
      if (error instanceof NewsroomError) throw new UnrecoverableError(error.code);
      throw error;
    }
    this.bell.ring();
  }

  /**
   * Keeps what went wrong. A job that will not be tried again is dead: it stays visible, can
   * be sent again, and administrators are told (but not of a dead notice about a dead job).
   */
  async failed(key: LedgerJobKey, error: Error, dead: boolean): Promise<void> {
    await this.transactions.run(async (tx) => {
      const counted = await fail(tx, key, error.message, dead);
      if (!counted || !dead) return;
      const of = await readEntry(tx, key.entryId);
      if (of.fact === 'job.died') return;
      const subject = {
        sectionId: of.sectionId ?? undefined,
        articleId: of.articleId ?? undefined,
        editionId: of.editionId ?? undefined,
        subjectId: of.id,
      };
      const what = { job: key.job, error: error.message.slice(0, 500) };
      await record(tx, this.clock.now(), null, 'job.died', subject, what);
    });
    this.bell.ring();
  }
}
