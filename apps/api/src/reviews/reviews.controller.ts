import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { pageOf, pageQuerySchema, reviewRoundSchema, type PageQuery } from '@desk/contracts';
import type { Person } from '@desk/people';
import { Reviews } from '@desk/review';
import { Answers, Asker, Id } from '../http/index.js';

/** Review rounds: what was asked for at each submission, and who answered. */
@ApiTags('reviews')
@Controller('editions/:id/rounds')
export class ReviewsController {
  constructor(private readonly reviews: Reviews) {}

  @Get()
  @ApiOperation({
    summary: 'The review rounds of an edition, the newest first, with their sign-offs',
  })
  @Answers(pageOf(reviewRoundSchema), { description: 'A page of review rounds' })
  async rounds(
    @Asker() person: Person,
    @Id('id') id: string,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
  ): ReturnType<Reviews['rounds']> {
    return this.reviews.rounds(person, id, query);
  }
}
