import { Module } from '@nestjs/common';
import { TranslationModule } from '@desk/translation';
import { ExchangeController } from './exchange.controller.js';

@Module({ imports: [TranslationModule], controllers: [ExchangeController] })
export class ExchangeApiModule {}
