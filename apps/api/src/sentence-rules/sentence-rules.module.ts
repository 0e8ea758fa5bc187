import { Module } from '@nestjs/common';
import { TranslationModule } from '@desk/translation';
import { SentenceRulesController } from './sentence-rules.controller.js';

/** Sentence rules over HTTP. */
@Module({ imports: [TranslationModule], controllers: [SentenceRulesController] })
export class SentenceRulesApiModule {}
