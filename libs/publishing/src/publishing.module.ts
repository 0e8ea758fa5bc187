import { Module } from '@nestjs/common';
import { ArticlesModule } from '@desk/articles';
import { Corrections } from './corrections.service.js';
import { DueReleases } from './due-release.service.js';
import { Publication } from './publication.service.js';
import { Previews } from './previews.service.js';
import { PublicPages } from './public-pages.service.js';
import { ReleaseLists } from './release-lists.service.js';
import { ReleasePlans } from './release-plans.service.js';
import { Releases } from './releases.service.js';
import { SearchIndex } from './search/search-index.service.js';
import { Visibility } from './visibility.service.js';

/** Releases, corrections, withdrawals, and the pages that readers get. */
@Module({
  imports: [ArticlesModule],
  providers: [
    Corrections,
    DueReleases,
    Publication,
    Previews,
    PublicPages,
    ReleaseLists,
    ReleasePlans,
    Releases,
    SearchIndex,
    Visibility,
  ],
  exports: [DueReleases, Previews, PublicPages, ReleaseLists, Releases, SearchIndex],
})
export class PublishingModule {}
