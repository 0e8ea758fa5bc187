import { Module } from '@nestjs/common';
import { WebhooksController } from './webhooks.controller.js';

/** Webhooks over HTTP. */
@Module({ controllers: [WebhooksController] })
export class WebhooksApiModule {}
