import { Module, type DynamicModule } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { FlowProducer } from 'bullmq';
import type { Logger } from 'pino';
import { ArticlesModule, MediaModule } from '@desk/articles';
import { engineSettings, mediaSettings, type Environment } from '@desk/config';
import { DatabaseModule, type Clock } from '@desk/database';
import { LedgerModule, LOGGER } from '@desk/ledger';
import { NotificationsModule } from '@desk/notifications';
import { PeopleModule } from '@desk/people';
import { PublishingModule } from '@desk/publishing';
import { keyPrefix, producerOptions, QueuesModule } from '@desk/queues';
import { ReviewModule } from '@desk/review';
import { TasksModule } from '@desk/tasks';
import { EnginesModule, MemoryWarmUp, TranslationModule } from '@desk/translation';
import { HealthController } from './health.controller.js';
import { Cleaning } from './jobs/cleaning.js';
import { JobHandlers } from './jobs/job-handlers.js';
import { JobRunner } from './jobs/job.runner.js';
import { LedgerJobRunner } from './jobs/ledger-job.runner.js';
import { QueueProcessors } from './jobs/queue.processors.js';
import { MakeRenditions } from './media/make-renditions.js';
import { PublishRelease } from './publishing/publish-release.js';
import { dueSources } from './relay/due-sources.js';
import { REDIS_URL } from './redis-url.js';
import { Heart } from './relay/heart.service.js';
import { LedgerRelay } from './relay/ledger.relay.js';
import { DUE_SOURCES, OutboundRelay } from './relay/outbound.relay.js';
import { Sweep } from './relay/sweep.js';
import { FollowFacts } from './tasks/follow-facts.js';
import { TaskRounds } from './tasks/task-rounds.js';
import { PrepareArticle } from './translation/prepare-article.js';
import { PrepareEdition } from './translation/prepare-edition.js';

/** The process that does what follows: jobs, the ledger's relay, the clock. */
@Module({})
export class WorkerModule {
  static forRoot(environment: Environment, log: Logger, clock?: Clock): DynamicModule {
    const { REDIS_URL: redisUrl } = environment;
    return {
      module: WorkerModule,
      imports: [
        DatabaseModule.forRoot(environment.DATABASE_URL, clock, environment.DATABASE_POOL),
        QueuesModule.forRoot(redisUrl),
        EnginesModule.forRoot(engineSettings(environment)),
        MediaModule.forRoot(mediaSettings(environment)),
        LedgerModule,
        PeopleModule,
        ArticlesModule,
        ReviewModule,
        TasksModule,
        TranslationModule,
        PublishingModule,
        NotificationsModule.forRoot({
          newsroomUrl: environment.NEWSROOM_URL,
          smtpUrl: environment.SMTP_URL,
          mailFrom: environment.MAIL_FROM,
          secret: environment.SECRET,
          webhooksAllowPrivate: environment.WEBHOOKS_ALLOW_PRIVATE,
        }),
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [HealthController],
      providers: [
        { provide: LOGGER, useValue: log },
        { provide: REDIS_URL, useValue: redisUrl },
        {
          provide: FlowProducer,
          useFactory: () =>
            new FlowProducer({ connection: producerOptions(redisUrl), prefix: keyPrefix }),
        },
        { provide: DUE_SOURCES, inject: [PublishRelease], useFactory: dueSources },
        Cleaning,
        FollowFacts,
        Heart,
        JobHandlers,
        JobRunner,
        LedgerJobRunner,
        LedgerRelay,
        MakeRenditions,
        MemoryWarmUp,
        OutboundRelay,
        PrepareArticle,
        PrepareEdition,
        PublishRelease,
        QueueProcessors,
        Sweep,
        TaskRounds,
      ],
    };
  }
}
