import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { JobRunner } from './job.runner.js';

/** The connection settings of workers, which wait for Redis instead of failing. */
export const workerConnection = 'worker';
const on = (name: string) => ({ name, configKey: workerConnection });

abstract class QueueProcessor extends WorkerHost {
  constructor(private readonly runner: JobRunner) {
    super();
  }

  async process(job: Job): Promise<void> {
    await this.runner.run(job);
  }

  @OnWorkerEvent('failed')
  async onFailed(job: Job | undefined, error: Error): Promise<void> {
    if (job) await this.runner.failed(job, error).catch(() => undefined);
  }

  /** Without a listener an error of the connection would end the process. */
  @OnWorkerEvent('error')
  onError(): void {
    return;
  }
}

/** Translations are worked through few at a time: they are long and use the processor. */
@Processor(on('translation'), { concurrency: 4 })
export class TranslationProcessor extends QueueProcessor {
  constructor(runner: JobRunner) {
    super(runner);
  }
}

@Processor(on('notifications'), { concurrency: 16 })
export class NotificationsProcessor extends QueueProcessor {
  constructor(runner: JobRunner) {
    super(runner);
  }
}

@Processor(on('email'), { concurrency: 5 })
export class EmailProcessor extends QueueProcessor {
  constructor(runner: JobRunner) {
    super(runner);
  }
}

@Processor(on('webhooks'), { concurrency: 10 })
export class WebhooksProcessor extends QueueProcessor {
  constructor(runner: JobRunner) {
    super(runner);
  }
}

@Processor(on('publishing'), { concurrency: 8 })
export class PublishingProcessor extends QueueProcessor {
  constructor(runner: JobRunner) {
    super(runner);
  }
}

@Processor(on('maintenance'), { concurrency: 1 })
export class MaintenanceProcessor extends QueueProcessor {
  constructor(runner: JobRunner) {
    super(runner);
  }
}

export const processors = [
  TranslationProcessor,
  NotificationsProcessor,
  EmailProcessor,
  WebhooksProcessor,
  PublishingProcessor,
  MaintenanceProcessor,
];
