import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  MOST_FOUND,
  searchAnswerSchema,
  searchQuerySchema,
  type FoundConcept,
  type FoundTask,
  type SearchAnswer,
} from '@desk/contracts';
import { Search } from '@desk/overview';
import { can, type Person } from '@desk/people';
import { Tasks } from '@desk/tasks';
import { Concepts } from '@desk/translation';
import { Answers, Asker } from '../http/index.js';

/** Finding things by what one types of their names. */
@ApiTags('overview')
@Controller('search')
export class SearchController {
  constructor(
    private readonly found: Search,
    private readonly tasks: Tasks,
    private readonly concepts: Concepts,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Articles by their titles in all languages, people, open tasks, and terms',
    description:
      'Every word, or part of one, must be there. Words without marks find any marks (`le hoi` finds Lễ hội); Khmer is found by any piece. Of each kind at most eight; people only for those who may read their team.',
  })
  @Answers(searchAnswerSchema, { description: 'What was found, by kind' })
  async search(
    @Asker() person: Person,
    @Query({ schema: searchQuerySchema }) { q }: z.infer<typeof searchQuerySchema>,
  ): Promise<SearchAnswer> {
    const [articles, people, tasks, concepts] = await Promise.all([
      this.found.articles(person, q),
      this.found.people(person, q),
      this.tasksTitled(person, q),
      this.conceptsNamed(person, q),
    ]);
    return { articles, people, tasks, concepts };
  }

  private async tasksTitled(person: Person, text: string): Promise<FoundTask[]> {
    const tasks = await this.tasks.search(person, text, MOST_FOUND);
    return tasks.map(
      ({ id, kind, state, articleId, editionId, language, title, dueAt, assignee }) => ({
        id,
        kind,
        state,
        articleId,
        editionId,
        language,
        title,
        dueAt,
        assignee,
      }),
    );
  }

  private async conceptsNamed(person: Person, text: string): Promise<FoundConcept[]> {
    if (!can(person, 'glossary.read')) return [];
    const asked = { search: text, retired: false, limit: MOST_FOUND };
    const { items } = await this.concepts.page(person, asked);
    return items.map(({ id, domain, terms }) => ({
      conceptId: id,
      domain,
      terms: terms.map(({ language, term, status }) => ({ language, term, status })),
    }));
  }
}
