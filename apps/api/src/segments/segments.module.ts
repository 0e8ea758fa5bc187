import { Module } from '@nestjs/common';
import { TranslationModule } from '@desk/translation';
import { SegmentsController } from './segments.controller.js';

@Module({ imports: [TranslationModule], controllers: [SegmentsController] })
export class SegmentsApiModule {}
