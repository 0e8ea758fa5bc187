import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { pageOf, releaseAnswerSchema, releaseQuerySchema } from '@desk/contracts';
import type { Person } from '@desk/people';
import { ReleaseLists } from '@desk/publishing';
import { Answers, Asker, Id } from '../http/index.js';

/** Releases: editions that go public together, now or at a time. */
@ApiTags('releases')
@Controller('releases')
export class ReleasesController {
  constructor(private readonly releases: ReleaseLists) {}

  @Get()
  @ApiOperation({
    summary: 'The releases of the sections that you may see, by their time, the latest first',
  })
  @Answers(pageOf(releaseAnswerSchema), { description: 'A page of releases' })
  async list(
    @Asker() person: Person,
    @Query({ schema: releaseQuerySchema }) query: z.infer<typeof releaseQuerySchema>,
  ): ReturnType<ReleaseLists['list']> {
    return this.releases.list(person, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One release, with the revision of each edition that it names' })
  @Answers(releaseAnswerSchema, { description: 'The release' })
  async find(@Asker() person: Person, @Id('id') id: string): ReturnType<ReleaseLists['find']> {
    return this.releases.find(person, id);
  }
}
