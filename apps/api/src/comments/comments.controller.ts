import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  commentDraftSchema,
  commentFilterSchema,
  commentThreadSchema,
  pageOf,
  pageQuerySchema,
  replyDraftSchema,
  type CommentDraft,
  type CommentThread,
  type ReplyDraft,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { Comments } from '@desk/review';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';

const querySchema = commentFilterSchema.extend(pageQuerySchema.shape);

/** What people say to each other about a text, each thread at its place of a revision. */
@ApiTags('comments')
@Controller()
export class CommentsController {
  constructor(private readonly comments: Comments) {}

  @Get('editions/:id/comments')
  @ApiOperation({ summary: 'The threads of an edition, the newest first, each with its replies' })
  @Answers(pageOf(commentThreadSchema), { description: 'A page of threads' })
  async list(
    @Asker() person: Person,
    @Id('id') id: string,
    @Query({ schema: querySchema }) query: z.infer<typeof querySchema>,
  ): ReturnType<Comments['list']> {
    return this.comments.list(person, id, query);
  }

  @Post('editions/:id/comments')
  @ApiOperation({
    summary: 'Begins a thread about a place of a revision, or about the whole of it',
  })
  @Answers(commentThreadSchema, { status: 201, description: 'The thread' })
  async add(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: commentDraftSchema }) draft: CommentDraft,
  ): Promise<CommentThread> {
    return this.comments.add(person, id, draft);
  }

  @Post('comments/:id/replies')
  @ApiOperation({ summary: 'Answers in a thread' })
  @Answers(commentThreadSchema, { status: 201, description: 'The thread with the reply' })
  async reply(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: replyDraftSchema }) { text }: ReplyDraft,
  ): Promise<CommentThread> {
    return this.comments.reply(person, id, text);
  }

  @Post('comments/:id/resolve')
  @ApiOperation({ summary: 'Resolves a thread', description: 'The matter is settled.' })
  @Answers(commentThreadSchema, { description: 'The thread, resolved' })
  async resolve(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<CommentThread> {
    return this.comments.resolve(person, id, version);
  }

  @Post('comments/:id/reopen')
  @ApiOperation({
    summary: 'Opens a resolved thread again',
    description: 'It is not settled after all.',
  })
  @Answers(commentThreadSchema, { description: 'The thread, open again' })
  async reopen(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<CommentThread> {
    return this.comments.reopen(person, id, version);
  }
}
