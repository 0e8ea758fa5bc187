import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ArticleLists, Articles, type ArticlePage, type ArticleView } from '@desk/articles';
import {
  articleAnswerSchema,
  articleChangesSchema,
  articleDraftSchema,
  articleImportSchema,
  articleQuerySchema,
  articleWithEditionsSchema,
  pageOf,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';
import { importedText, textFrom } from './text-from.js';

const createdSchema = z.object({
  article: articleAnswerSchema,
  editionId: z.uuid(),
  version: z.int(),
});

/** Articles: what all editions of a story share. */
@ApiTags('articles')
@Controller('articles')
export class ArticlesController {
  constructor(
    private readonly articles: Articles,
    private readonly lists: ArticleLists,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'The articles that you may see, the last changed first, with the state of each edition',
  })
  @Answers(pageOf(articleWithEditionsSchema), { description: 'A page of articles' })
  async list(
    @Asker() person: Person,
    @Query({ schema: articleQuerySchema }) query: z.infer<typeof articleQuerySchema>,
  ): Promise<ArticlePage> {
    return this.lists.page(person, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'An article with the state of each edition' })
  @Answers(articleWithEditionsSchema, { description: 'The article with its editions' })
  async find(@Asker() person: Person, @Id('id') id: string): Promise<ArticleView> {
    return this.lists.find(person, id);
  }

  @Post()
  @ApiOperation({ summary: 'Begins an article with its source edition as a draft' })
  @Answers(createdSchema, { status: 201, description: 'The article and its source edition' })
  async create(
    @Asker() person: Person,
    @Body({ schema: articleDraftSchema }) draft: z.infer<typeof articleDraftSchema>,
  ): ReturnType<Articles['create']> {
    const { sectionId, sourceLanguage, byline } = draft;
    return this.articles.create(person, {
      sectionId,
      sourceLanguage,
      byline,
      text: textFrom(draft),
    });
  }

  @Post('import')
  @ApiOperation({
    summary: 'Begins an article from HTML, Markdown or plain text; what cannot be kept is dropped',
  })
  @Answers(createdSchema, { status: 201, description: 'The article and its source edition' })
  async import(
    @Asker() person: Person,
    @Body({ schema: articleImportSchema }) draft: z.infer<typeof articleImportSchema>,
  ): ReturnType<Articles['create']> {
    const { sectionId, sourceLanguage, byline } = draft;
    const text = importedText(draft);
    return this.articles.create(person, { sectionId, sourceLanguage, byline, text });
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Changes the byline, or moves an article that is not yet under way to another section',
  })
  @Answers(articleAnswerSchema, { description: 'The article as it is now' })
  async update(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: articleChangesSchema }) changes: z.infer<typeof articleChangesSchema>,
  ): ReturnType<Articles['update']> {
    return this.articles.update(person, id, version, changes);
  }
}
