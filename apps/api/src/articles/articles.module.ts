import { Module } from '@nestjs/common';
import { ArticlesModule } from '@desk/articles';
import { EditionsController } from '../editions/editions.controller.js';
import { SectionsController } from '../sections/sections.controller.js';
import { ArticlesController } from './articles.controller.js';

/** Sections, articles, editions and revisions over HTTP. */
@Module({
  imports: [ArticlesModule],
  controllers: [ArticlesController, EditionsController, SectionsController],
})
export class ArticlesApiModule {}
