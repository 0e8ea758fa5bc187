import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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

  /** The threads of an edition, the newest first, each with its replies. */
  @Get('editions/:id/comments')
  @Answers(pageOf(commentThreadSchema), { description: 'A page of threads' })
  async list(
    @Asker() person: Person,
    @Id('id') id: string,
    @Query({ schema: querySchema }) query: z.infer<typeof querySchema>,
  ): ReturnType<Comments['list']> {
    return this.comments.list(person, id, query);
  }

  /** Begins a thread about a place of a revision, or about the whole of it. */
  @Post('editions/:id/comments')
  @Answers(commentThreadSchema, { status: 201, description: 'The thread' })
  async add(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: commentDraftSchema }) draft: CommentDraft,
  ): Promise<CommentThread> {
    return this.comments.add(person, id, draft);
  }

  @Post('comments/:id/replies')
  @Answers(commentThreadSchema, { status: 201, description: 'The thread with the reply' })
  async reply(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: replyDraftSchema }) { text }: ReplyDraft,
  ): Promise<CommentThread> {
    return this.comments.reply(person, id, text);
  }

  /** The matter is settled. */
  @Post('comments/:id/resolve')
  @Answers(commentThreadSchema, { description: 'The thread, resolved' })
  async resolve(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<CommentThread> {
    return this.comments.resolve(person, id, version);
  }

  /** It is not settled after all. */
  @Post('comments/:id/reopen')
  @Answers(commentThreadSchema, { description: 'The thread, open again' })
  async reopen(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<CommentThread> {
    return this.comments.reopen(person, id, version);
  }
}
