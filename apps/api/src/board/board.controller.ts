import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  boardArticleSchema,
  boardQuerySchema,
  bottleneckQuerySchema,
  bottleneckSchema,
  pageOf,
  type BoardArticle,
  type BoardQuery,
  type Bottleneck,
  type Page,
} from '@desk/contracts';
import { Board } from '@desk/overview';
import type { Person } from '@desk/people';
import { Answers, Asker, Id } from '../http/index.js';

/** All articles at a glance. */
@ApiTags('overview')
@Controller('board')
export class BoardController {
  constructor(private readonly board: Board) {}

  @Get()
  @ApiOperation({
    summary: 'The articles that you may see, each with where it stands in every language',
    description:
      'What is asked of editions and tasks is asked of one edition: `language=km&stale=true` finds the articles whose Khmer edition is stale. Sorted by `due`, only articles with open tasks are listed.',
  })
  @Answers(pageOf(boardArticleSchema), { description: 'A page of the board' })
  async page(
    @Asker() person: Person,
    @Query({ schema: boardQuerySchema }) query: BoardQuery,
  ): Promise<Page<BoardArticle>> {
    return this.board.page(person, query);
  }

  @Get('articles/:id')
  @ApiOperation({ summary: 'Where one article stands in every language, with its open tasks' })
  @Answers(boardArticleSchema, { description: 'The article as the board shows it' })
  async article(@Asker() person: Person, @Id('id') id: string): Promise<BoardArticle> {
    return this.board.article(person, id);
  }

  @Get('bottleneck')
  @ApiOperation({
    summary: 'Where articles wait, in the sections that you manage, and which step takes longest',
    description: 'What has a time set for it waits for nobody and is not counted.',
  })
  @Answers(bottleneckSchema, { description: 'The steps, in the order of the work' })
  async bottleneck(
    @Asker() person: Person,
    @Query({ schema: bottleneckQuerySchema }) query: z.infer<typeof bottleneckQuerySchema>,
  ): Promise<Bottleneck> {
    return this.board.bottleneck(person, query.sectionId);
  }
}
