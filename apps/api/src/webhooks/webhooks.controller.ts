import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  pageOf,
  pageQuerySchema,
  webhookChangeSchema,
  webhookDeliverySchema,
  webhookDraftSchema,
  webhookSchema,
  webhookTestSchema,
  webhookWithSecretSchema,
  webhooksSchema,
  type Page,
  type Webhook,
  type WebhookChange,
  type WebhookDelivery,
  type WebhookDraft,
  type WebhookTest,
  type WebhookWithSecret,
} from '@desk/contracts';
import { WebhookDeliveryService, Webhooks } from '@desk/notifications';
import type { Person } from '@desk/people';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';

/** Webhooks (Standard Webhooks): other systems are told what happens. For administrators. */
@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: WebhookDeliveryService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All webhooks' })
  @Answers(webhooksSchema, { description: 'All webhooks' })
  async all(@Asker() person: Person): Promise<{ items: Webhook[] }> {
    return { items: await this.webhooks.all(person) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'A webhook, without its secret' })
  @Answers(webhookSchema, { description: 'The webhook, without its secret' })
  async one(@Asker() person: Person, @Id('id') id: string): Promise<Webhook> {
    return this.webhooks.one(person, id);
  }

  @Post()
  @ApiOperation({
    summary: 'Makes a webhook',
    description: 'The answer holds the secret that signs the messages; it is never shown again.',
  })
  @Answers(webhookWithSecretSchema, { status: 201, description: 'The webhook and its secret' })
  async create(
    @Asker() person: Person,
    @Body({ schema: webhookDraftSchema }) draft: WebhookDraft,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.create(person, draft);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes a webhook, or switches it on or off' })
  @Answers(webhookSchema, { description: 'The webhook as it is now' })
  async change(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: webhookChangeSchema }) change: WebhookChange,
  ): Promise<Webhook> {
    return this.webhooks.change(person, id, version, change);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Deletes a webhook with the log of its deliveries' })
  @Answers(null, { status: 204, description: 'It is gone, with the log of its deliveries' })
  async remove(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.webhooks.remove(person, id, version);
  }

  @Post(':id/rotate')
  @ApiOperation({
    summary: 'Gives a webhook a new secret',
    description: 'For a day messages are signed with the old one too.',
  })
  @Answers(webhookWithSecretSchema, { description: 'The webhook and its new secret' })
  async rotate(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.rotate(person, id, version);
  }

  @Post(':id/test')
  @ApiOperation({ summary: 'Sends a message of no consequence now' })
  @Answers(webhookTestSchema, { description: 'How it went' })
  async test(@Asker() person: Person, @Id('id') id: string): Promise<WebhookTest> {
    return this.deliveries.test(person, id);
  }

  @Get(':id/deliveries')
  @ApiOperation({ summary: 'The messages of a webhook, the newest first' })
  @Answers(pageOf(webhookDeliverySchema), { description: 'Its messages, newest first' })
  async log(
    @Asker() person: Person,
    @Id('id') id: string,
    @Query({ schema: pageQuerySchema }) query: z.infer<typeof pageQuerySchema>,
  ): Promise<Page<WebhookDelivery>> {
    return this.webhooks.deliveries(person, id, query);
  }

  @Post('deliveries/:id/resend')
  @ApiOperation({
    summary: 'Sends a message again under its old id: receivers who had it know it by that',
  })
  @Answers(webhookDeliverySchema, { description: 'The message, which waits to be sent' })
  async resend(@Asker() person: Person, @Id('id') id: string): Promise<WebhookDelivery> {
    return this.webhooks.resend(person, id);
  }
}
