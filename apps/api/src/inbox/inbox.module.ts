import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller.js';
import { PreferencesController } from './preferences.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** The inbox, and what people want to find in it. */
@Module({ controllers: [InboxController, PreferencesController, UnsubscribeController] })
export class InboxApiModule {}
