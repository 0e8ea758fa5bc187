import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { DatabaseModule } from '@desk/database';
import { SITE, type Site } from '@desk/public-page';
import { Apologies } from './apologies.service.js';
import { ApologyFilter } from './apology.filter.js';
import { ArticlePages } from './article-pages.service.js';
import { AssetsController } from './assets.controller.js';
import { FrontPages } from './front-pages.service.js';
import { HealthController } from './health.controller.js';
import { ReadingController } from './reading.controller.js';
import { SearchController } from './search/search.controller.js';
import { SearchPages } from './search/search-pages.service.js';
import { SectionPages } from './section-pages.service.js';

/** The public site: reads published pages as a database user who can read nothing else. */
@Module({})
export class PortalModule {
  static forRoot(databaseUrl: string, site: Site): DynamicModule {
    return {
      module: PortalModule,
      imports: [DatabaseModule.forRoot(databaseUrl)],
      controllers: [HealthController, AssetsController, SearchController, ReadingController],
      providers: [
        { provide: SITE, useValue: site },
        Apologies,
        ArticlePages,
        FrontPages,
        SearchPages,
        SectionPages,
        { provide: APP_FILTER, useClass: ApologyFilter },
      ],
    };
  }
}
