import { Module } from '@nestjs/common';
import { ArticlesModule } from '@desk/articles';
import { PublishingModule } from '@desk/publishing';
import { ReviewModule } from '@desk/review';
import { TranslationModule } from '@desk/translation';
import { TransitionsController } from './transitions.controller.js';

/** The workflow over HTTP, with all libraries that take part in its actions. */
@Module({
  imports: [ArticlesModule, PublishingModule, ReviewModule, TranslationModule],
  controllers: [TransitionsController],
})
export class TransitionsApiModule {}
