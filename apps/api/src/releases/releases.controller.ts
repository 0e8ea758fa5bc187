import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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

  /** The releases of the sections that you may see, by their time, the latest first. */
  @Get()
  @Answers(pageOf(releaseAnswerSchema), { description: 'A page of releases' })
  async list(
    @Asker() person: Person,
    @Query({ schema: releaseQuerySchema }) query: z.infer<typeof releaseQuerySchema>,
  ): ReturnType<ReleaseLists['list']> {
    return this.releases.list(person, query);
  }

  /** One release, with the revision of each edition that it names. */
  @Get(':id')
  @Answers(releaseAnswerSchema, { description: 'The release' })
  async find(@Asker() person: Person, @Id('id') id: string): ReturnType<ReleaseLists['find']> {
    return this.releases.find(person, id);
  }
}
