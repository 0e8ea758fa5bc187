import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  inboxQuerySchema,
  noticeSchema,
  pageOf,
  readingSchema,
  unreadCountSchema,
  type Notice,
  type Page,
  type Reading,
  type UnreadCount,
} from '@desk/contracts';
import { Inbox } from '@desk/notifications';
import type { Person } from '@desk/people';
import { Answers, Asker, refuseTokens } from '../http/index.js';

/** What you were told. */
@ApiTags('inbox')
@Controller('inbox')
export class InboxController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @ApiOperation({ summary: 'Your notices, newest first, each said in your language' })
  @Answers(pageOf(noticeSchema), { description: 'A page of notices' })
  async list(
    @Asker() person: Person,
    @Query({ schema: inboxQuerySchema }) query: z.infer<typeof inboxQuerySchema>,
  ): Promise<Page<Notice>> {
    return this.inbox.page(person, query);
  }

  @Get('count')
  @ApiOperation({ summary: 'How many notices are unread' })
  @Answers(unreadCountSchema, { description: 'How many are unread', example: { unread: 3 } })
  async count(@Asker() person: Person): Promise<UnreadCount> {
    return this.inbox.count(person);
  }

  @Post('read')
  @ApiOperation({ summary: 'Marks notices as read: those named, or one and all before it' })
  @Answers(unreadCountSchema, { description: 'How many are still unread', example: { unread: 0 } })
  async read(
    @Asker() person: Person,
    @Body({ schema: readingSchema }) reading: Reading,
  ): Promise<UnreadCount> {
    refuseTokens(person);
    return this.inbox.read(person, reading);
  }
}
