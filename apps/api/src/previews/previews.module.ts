import { Module } from '@nestjs/common';
import { ArticlesModule } from '@desk/articles';
import { ENVIRONMENT, type Environment } from '@desk/config';
import { readAssets, readOrganisation, SITE, type Site } from '@desk/public-page';
import { PublishingModule } from '@desk/publishing';
import { TranslationModule } from '@desk/translation';
import { PREVIEW_ASSETS } from './preview-assets.js';
import { PreviewsController } from './previews.controller.js';

/** Pages as readers will see them, before they do. */
@Module({
  imports: [ArticlesModule, PublishingModule, TranslationModule],
  controllers: [PreviewsController],
  providers: [
    {
      provide: SITE,
      inject: [ENVIRONMENT],
      useFactory: ({ ORGANISATION_FILE, PUBLIC_URL }: Environment): Site => ({
        organisation: readOrganisation(ORGANISATION_FILE),
        origin: new URL(PUBLIC_URL).origin,
        assets: readAssets(PREVIEW_ASSETS),
      }),
    },
  ],
})
export class PreviewsApiModule {}
