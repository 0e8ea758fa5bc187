import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { Bell } from '@desk/ledger';
import { BacklogMeasures } from './backlog-measures.js';
import { queueNames } from './jobs.js';
import { DeadLetters } from './dead-letters.service.js';
import { JobQueues } from './job-queues.service.js';
import { RedisBell } from './redis-bell.js';
import { keyPrefix, producerOptions } from './redis.js';

/** The queues for adding and looking at jobs, and the bell. */
@Module({})
export class QueuesModule {
  static forRoot(redisUrl: string, prefix = keyPrefix): DynamicModule {
    return {
      module: QueuesModule,
      global: true,
      imports: [
        BullModule.forRoot({ connection: producerOptions(redisUrl), prefix }),
        BullModule.registerQueue(...queueNames.map((name) => ({ name }))),
      ],
      providers: [
        BacklogMeasures,
        DeadLetters,
        { provide: Bell, useFactory: () => new RedisBell(redisUrl) },
        {
          provide: JobQueues,
          inject: queueNames.map((name) => getQueueToken(name)),
          useFactory: (...queues: ConstructorParameters<typeof JobQueues>[0]) =>
            new JobQueues(queues),
        },
      ],
      exports: [BacklogMeasures, Bell, DeadLetters, JobQueues, BullModule],
    };
  }
}
