import { Module } from '@nestjs/common';
import { TranslationModule } from '@desk/translation';
import { DismissalsController } from './dismissals.controller.js';
import { SegmentsController } from './segments.controller.js';

@Module({ imports: [TranslationModule], controllers: [SegmentsController, DismissalsController] })
export class SegmentsApiModule {}
