import { Module } from '@nestjs/common';
import { PresenceEars } from './presence-ears.js';
import { PresenceStore } from './presence-store.js';
import { PresenceController } from './presence.controller.js';
import { PresenceService } from './presence.service.js';

/** Who has which edition open, over HTTP and on the streams of events. */
@Module({
  controllers: [PresenceController],
  providers: [PresenceEars, PresenceService, PresenceStore],
})
export class PresenceApiModule {}
