import { Module } from '@nestjs/common';
import { EventsController } from './events.controller.js';
import { LedgerEars } from './ledger-ears.js';

/** Server-sent events. */
@Module({ controllers: [EventsController], providers: [LedgerEars] })
export class EventsApiModule {}
