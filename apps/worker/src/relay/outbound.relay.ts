import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, type Sql } from '@desk/database';
import { JobQueues, type JobName, type JobPayload } from '@desk/queues';

/** Rows of a table that are due to be sent or done: each becomes a job. */
export interface DueSource {
  readonly job: JobName;
  /** The jobs due at this time, with ids that change with each try. */
  due(sql: Sql, at: Date, limit: number): Promise<{ jobId: string; id: string }[]>;
  /** The job's payload for a row. */
  payload(id: string): JobPayload<JobName>;
  /** Does it without Redis, where waiting for Redis would be too late. */
  directly?(id: string): Promise<void>;
}

export const DUE_SOURCES = Symbol('due sources');
const BATCH = 200;

/** Takes e-mails, webhook deliveries and releases that are due from their tables to the queues. */
@Injectable()
export class OutboundRelay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly queues: JobQueues,
    @Inject(DUE_SOURCES) private readonly sources: readonly DueSource[],
  ) {}

  async pass(): Promise<void> {
    for (const source of this.sources) await this.passOf(source);
  }

  private async passOf(source: DueSource): Promise<void> {
    const due = await source.due(this.dataSource, this.clock.now(), BATCH);
    if (due.length === 0) return;
    try {
      await this.queues.addAll(
        source.job,
        due.map(({ jobId, id }) => ({ jobId, payload: source.payload(id) })),
      );
    } catch (error) {
      if (!source.directly) throw error;
      for (const { id } of due) await source.directly(id);
    }
  }
}
