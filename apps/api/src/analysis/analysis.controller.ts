import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  articleAnalysisSchema,
  taskAnalysisSchema,
  translationFiguresQuerySchema,
  translationFiguresSchema,
  type ArticleAnalysis,
  type TaskAnalysis,
  type TranslationFigures,
  type TranslationFiguresQuery,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { Tasks } from '@desk/tasks';
import { TranslationAnalysis } from '@desk/translation';
import { Answers, Asker, Id } from '../http/index.js';

/** How much there is to translate, how far it is, what the memory saved, what review changed. */
@ApiTags('translation figures')
@Controller()
export class AnalysisController {
  constructor(
    private readonly tasks: Tasks,
    private readonly analysis: TranslationAnalysis,
  ) {}

  @Get('tasks/:id/analysis')
  @ApiOperation({
    summary: 'How much work a task is: words by what the memory knows, progress, your estimate',
    description:
      'The estimate is from your own pace and told to you alone. Without a prepared translation there is no workload.',
  })
  @Answers(taskAnalysisSchema, { description: 'The work of the task' })
  async ofTask(@Asker() person: Person, @Id('id') id: string): Promise<TaskAnalysis> {
    return this.analysis.ofTask(person, await this.tasks.find(person, id));
  }

  @Get('articles/:id/analysis')
  @ApiOperation({
    summary: 'The words of an article, and of each translation workload, progress and review',
    description: 'How far review changed what was submitted is told of texts, never of people.',
  })
  @Answers(articleAnalysisSchema, { description: 'The figures of the article' })
  async ofArticle(@Asker() person: Person, @Id('id') id: string): Promise<ArticleAnalysis> {
    return this.analysis.ofArticle(person, id);
  }

  @Get('translation-figures')
  @ApiOperation({
    summary: 'Translation in a period, by languages; for managing editors and administrators',
  })
  @Answers(translationFiguresSchema, { description: 'The figures of the period' })
  async ofPeriod(
    @Asker() person: Person,
    @Query({ schema: translationFiguresQuerySchema }) query: TranslationFiguresQuery,
  ): Promise<TranslationFigures> {
    return this.analysis.ofPeriod(person, query);
  }
}
