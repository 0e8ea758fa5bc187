import { Module } from '@nestjs/common';
import { TranslationModule } from '@desk/translation';
import { EnginesController } from './engines.controller.js';

@Module({ imports: [TranslationModule], controllers: [EnginesController] })
export class EnginesApiModule {}
