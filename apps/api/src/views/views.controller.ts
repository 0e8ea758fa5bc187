import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  savedViewChangesSchema,
  savedViewDraftSchema,
  savedViewSchema,
  type SavedView,
  type SavedViewChanges,
  type SavedViewDraft,
} from '@desk/contracts';
import { SavedViews } from '@desk/overview';
import type { Person } from '@desk/people';
import { Answers, Asker, Id, IfMatch, refuseTokens } from '../http/index.js';

/** Ways to look at the board that you keep. */
@ApiTags('overview')
@Controller('me/views')
export class ViewsController {
  constructor(private readonly views: SavedViews) {}

  @Get()
  @ApiOperation({ summary: 'Your views of the board, and those shared with your sections' })
  @Answers(z.object({ items: z.array(savedViewSchema) }), { description: 'Your own first' })
  async list(@Asker() person: Person): Promise<{ items: SavedView[] }> {
    return { items: await this.views.list(person) };
  }

  @Post()
  @ApiOperation({
    summary: 'Keeps a view of the board under a name',
    description: 'Whoever directs a section may share the view with everybody there.',
  })
  @Answers(savedViewSchema, {
    status: 201,
    description: 'The new view',
  })
  async create(
    @Asker() person: Person,
    @Body({ schema: savedViewDraftSchema }) draft: SavedViewDraft,
  ): Promise<SavedView> {
    refuseTokens(person);
    return this.views.create(person, draft);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes a view of yours' })
  @Answers(savedViewSchema, { description: 'The view as it is now' })
  async change(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: savedViewChangesSchema }) changes: SavedViewChanges,
  ): Promise<SavedView> {
    refuseTokens(person);
    return this.views.change(person, id, version, changes);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Deletes a view of yours' })
  @Answers(null, { status: 204, description: 'The view is gone' })
  async delete(@Asker() person: Person, @Id('id') id: string): Promise<void> {
    refuseTokens(person);
    await this.views.delete(person, id);
  }
}
