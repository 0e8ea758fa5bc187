import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  followingSchema,
  subscriptionSchema,
  subscriptionsSchema,
  type Following,
  type Subscription,
} from '@desk/contracts';
import { Missing } from '@desk/errors';
import { Subscriptions } from '@desk/notifications';
import type { Person } from '@desk/people';
import { Answers, Asker, Id, refuseTokens } from '../http/index.js';

/** The articles and sections that you follow. */
@ApiTags('inbox')
@Controller('me/subscriptions')
export class SubscriptionsController {
  constructor(private readonly subscriptions: Subscriptions) {}

  @Get()
  @ApiOperation({ summary: 'What you follow' })
  @Answers(subscriptionsSchema, { description: 'What you follow' })
  async all(@Asker() person: Person): Promise<{ items: Subscription[] }> {
    return { items: await this.subscriptions.of(person.id) };
  }

  @Post()
  @ApiOperation({
    summary: 'Follows an article or a section: you hear of it without having a part in it',
  })
  @Answers(subscriptionSchema, { status: 201, description: 'What you follow now' })
  async follow(
    @Asker() person: Person,
    @Body({ schema: followingSchema }) following: Following,
  ): Promise<Subscription> {
    refuseTokens(person);
    return this.subscriptions.follow(person, following);
  }

  @Delete(':subject/:id')
  @ApiOperation({ summary: 'No longer follows an article or a section' })
  @Answers(null, { status: 204, description: 'You no longer follow it' })
  async unfollow(
    @Asker() person: Person,
    @Param('subject') subject: string,
    @Id('id') subjectId: string,
  ): Promise<void> {
    refuseTokens(person);
    const following = followingSchema.safeParse({ subject, subjectId });
    if (!following.success) throw new Missing('request.not_found');
    await this.subscriptions.unfollow(person, following.data);
  }
}
