import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import type { Logger } from 'pino';
import { MediaModule } from '@desk/articles';
import { engineSettings, ENVIRONMENT, mediaSettings, type Environment } from '@desk/config';
import { DatabaseModule, type Clock } from '@desk/database';
import { LedgerModule, LOGGER } from '@desk/ledger';
import { NotificationsModule } from '@desk/notifications';
import { PeopleModule } from '@desk/people';
import { QueuesModule } from '@desk/queues';
import { EnginesModule } from '@desk/translation';
import { AnalysisApiModule } from './analysis/analysis.module.js';
import { ArticlesApiModule } from './articles/articles.module.js';
import { DocsModule } from './docs/docs.module.js';
import { TransitionsApiModule } from './editions/transitions.module.js';
import { EnginesApiModule } from './engines/engines.module.js';
import { EventsApiModule } from './events/events.module.js';
import { ExchangeApiModule } from './exchange/exchange.module.js';
import { GlossaryApiModule } from './glossary/glossary.module.js';
import { HealthController } from './health/health.controller.js';
import { EtagInterceptor } from './http/etag.interceptor.js';
import { OnceInterceptor } from './http/once.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimits } from './http/rate-limits.js';
import { SessionGuard } from './http/session.guard.js';
import { InboxApiModule } from './inbox/inbox.module.js';
import { JobsApiModule } from './jobs/jobs.module.js';
import { JournalApiModule } from './journal/journal.module.js';
import { MeasuresModule } from './measures/measures.module.js';
import { MediaApiModule } from './media/media.module.js';
import { MemoryApiModule } from './memory/memory.module.js';
import { OverviewApiModule } from './overview/overview.module.js';
import { PeopleApiModule } from './people/people.module.js';
import { PresenceApiModule } from './presence/presence.module.js';
import { PreviewsApiModule } from './previews/previews.module.js';
import { ReleasesApiModule } from './releases/releases.module.js';
import { ReviewsApiModule } from './reviews/reviews.module.js';
import { SegmentsApiModule } from './segments/segments.module.js';
import { SentenceRulesApiModule } from './sentence-rules/sentence-rules.module.js';
import { SubscriptionsApiModule } from './subscriptions/subscriptions.module.js';
import { TasksApiModule } from './tasks/tasks.module.js';
import { WebhooksApiModule } from './webhooks/webhooks.module.js';
import { WritingApiModule } from './writing/writing.module.js';

/** The resources of the API, one module each. */
const resources = [
  AnalysisApiModule,
  ArticlesApiModule,
  EnginesApiModule,
  EventsApiModule,
  ExchangeApiModule,
  GlossaryApiModule,
  InboxApiModule,
  JobsApiModule,
  JournalApiModule,
  MediaApiModule,
  MemoryApiModule,
  OverviewApiModule,
  PeopleApiModule,
  PresenceApiModule,
  PreviewsApiModule,
  ReleasesApiModule,
  ReviewsApiModule,
  SegmentsApiModule,
  SentenceRulesApiModule,
  SubscriptionsApiModule,
  TasksApiModule,
  TransitionsApiModule,
  WebhooksApiModule,
  WritingApiModule,
];

/** The newsroom's HTTP API. */
@Module({})
export class AppModule {
  static forRoot(environment: Environment, log: Logger, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.forRoot(environment, log),
        DatabaseModule.forRoot(environment.DATABASE_URL, clock, environment.DATABASE_POOL),
        QueuesModule.forRoot(environment.REDIS_URL),
        EnginesModule.forRoot(engineSettings(environment)),
        MediaModule.forRoot(mediaSettings(environment)),
        LedgerModule,
        PeopleModule,
        NotificationsModule.forRoot({
          newsroomUrl: environment.NEWSROOM_URL,
          smtpUrl: environment.SMTP_URL,
          mailFrom: environment.MAIL_FROM,
          secret: environment.SECRET,
          webhooksAllowPrivate: environment.WEBHOOKS_ALLOW_PRIVATE,
        }),
        TerminusModule.forRoot({ logger: false }),
        DocsModule,
        MeasuresModule,
        ...resources,
      ],
      controllers: [HealthController],
      providers: [
        SessionGuard,
        { provide: APP_GUARD, useExisting: SessionGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
      ],
    };
  }
}

/** The checked environment, the log and the limits, for every module. */
@Module({})
export class SettingsModule {
  static forRoot(environment: Environment, log: Logger): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [
        { provide: ENVIRONMENT, useValue: environment },
        { provide: LOGGER, useValue: log },
        RateLimits,
      ],
      exports: [ENVIRONMENT, LOGGER, RateLimits],
    };
  }
}
