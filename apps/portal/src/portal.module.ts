import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { type Clock, DatabaseModule } from '@desk/database';
import { SITE, type Site } from '@desk/public-page';
import { Apologies } from './apologies.service.js';
import { ApologyFilter } from './apology.filter.js';
import { ArticlePages } from './article-pages.service.js';
import { ReadingApiController } from './api/reading-api.controller.js';
import { ReadingApi } from './api/reading-api.service.js';
import { ArchiveController } from './archive/archive.controller.js';
import { ArchivePages } from './archive/archive-pages.service.js';
import { AssetsController } from './assets.controller.js';
import { Cards } from './cards/cards.service.js';
import { CardsController } from './cards/cards.controller.js';
import { FrontPages } from './front-pages.service.js';
import { HealthController } from './health.controller.js';
import { Feeds } from './machines/feeds.service.js';
import { MachinesController } from './machines/machines.controller.js';
import { Sitemaps } from './machines/sitemaps.service.js';
import { ReadingController } from './reading.controller.js';
import { SearchController } from './search/search.controller.js';
import { SearchPages } from './search/search-pages.service.js';
import { SectionPages } from './section-pages.service.js';

/** The public site: reads published pages as a database user who can read nothing else. */
@Module({})
export class PortalModule {
  static forRoot(databaseUrl: string, site: Site, clock?: Clock): DynamicModule {
    return {
      module: PortalModule,
      imports: [DatabaseModule.forRoot(databaseUrl, clock)],
      controllers: [
        HealthController,
        AssetsController,
        CardsController,
        MachinesController,
        ArchiveController,
        ReadingApiController,
        SearchController,
        ReadingController,
      ],
      providers: [
        { provide: SITE, useValue: site },
        Apologies,
        ArticlePages,
        ArchivePages,
        Cards,
        Feeds,
        FrontPages,
        ReadingApi,
        Sitemaps,
        SearchPages,
        SectionPages,
        { provide: APP_FILTER, useClass: ApologyFilter },
      ],
    };
  }
}
