import { Module } from '@nestjs/common';
import { SubscriptionsController } from './subscriptions.controller.js';

/** Following articles and sections over HTTP. */
@Module({ controllers: [SubscriptionsController] })
export class SubscriptionsApiModule {}
