import { Global, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ArticlesModule } from '@desk/articles';
import { DatabaseModule, type Clock } from '@desk/database';
import { Bell, LedgerModule, SilentBell } from '@desk/ledger';
import { PeopleModule } from '@desk/people';
import { PublishingModule } from '@desk/publishing';
import { ReviewModule } from '@desk/review';
import { TasksModule } from '@desk/tasks';
import { TranslationModule } from '@desk/translation';

/** The worker looks into the ledger by itself; a command need not wake it. */
@Global()
@Module({ providers: [{ provide: Bell, useClass: SilentBell }], exports: [Bell] })
class QuietModule {}

/** The newsroom's services without queues and HTTP. */
@Module({})
class NewsroomModule {
  static forRoot(databaseUrl: string, clock?: Clock): DynamicModule {
    return {
      module: NewsroomModule,
      imports: [
        DatabaseModule.forRoot(databaseUrl, clock, 4),
        QuietModule,
        LedgerModule,
        PeopleModule,
        ArticlesModule,
        ReviewModule,
        TasksModule,
        TranslationModule,
        PublishingModule,
      ],
    };
  }
}

/** Opens the newsroom on a database for the time of `work`. */
export async function inNewsroom<T>(
  databaseUrl: string,
  work: (newsroom: INestApplicationContext) => Promise<T>,
  clock?: Clock,
): Promise<T> {
  const newsroom = await NestFactory.createApplicationContext(
    NewsroomModule.forRoot(databaseUrl, clock),
    { logger: ['error'], abortOnError: false },
  );
  try {
    return await work(newsroom);
  } finally {
    await newsroom.close();
  }
}
