import { Module } from '@nestjs/common';
import { TasksModule } from '@desk/tasks';
import { TranslationModule } from '@desk/translation';
import { AnalysisController } from './analysis.controller.js';

/** Figures of translation over HTTP. */
@Module({ imports: [TasksModule, TranslationModule], controllers: [AnalysisController] })
export class AnalysisApiModule {}
