import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  alignmentDraftSchema,
  pastAlignmentsSchema,
  type AlignmentDraft,
  type PastAlignments,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { PastAlignmentsMaker } from '@desk/translation';
import { Answers, Asker } from '../http/index.js';

/** Articles of the past as units for the memory. */
@ApiTags('memory')
@Controller('memory/alignments')
export class MemoryAlignmentsController {
  constructor(private readonly alignments: PastAlignmentsMaker) {}

  @Post()
  @ApiOperation({
    summary: 'Pairs the sentences of an article that was published in two languages or three',
    description:
      'Changes nothing: look the pairs through, doubtful ones first, and send those that are right to `POST /memory/imports`.',
  })
  @Answers(pastAlignmentsSchema, { description: 'The pairs with a confidence' })
  async make(
    @Asker() person: Person,
    @Body({ schema: alignmentDraftSchema }) draft: AlignmentDraft,
  ): Promise<PastAlignments> {
    return this.alignments.make(person, draft);
  }
}
