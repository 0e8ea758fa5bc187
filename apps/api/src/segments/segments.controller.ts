import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { segmentAnswerSchema, segmentDraftSchema, segmentSheetSchema } from '@desk/contracts';
import { cleanText } from '@desk/languages';
import type { Person } from '@desk/people';
import { Segments, type SegmentSheet, type StoredSegment } from '@desk/translation';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';

/** The translators' work, segment by segment. */
@ApiTags('segments')
@Controller()
export class SegmentsController {
  constructor(private readonly segments: Segments) {}

  @Get('editions/:id/segments')
  @ApiOperation({ summary: 'The segments of a translation in their order, with source and target' })
  @Answers(segmentSheetSchema, { description: 'The segments of a translation' })
  async sheet(@Asker() person: Person, @Id('id') id: string): Promise<SegmentSheet> {
    return this.segments.sheet(person, id);
  }

  @Put('segments/:id')
  @ApiOperation({
    summary: 'Saves one segment; `confirmed` counts as translated',
    description: "If-Match is the segment's version.",
  })
  @Answers(segmentAnswerSchema, { description: 'The segment as saved' })
  async save(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: segmentDraftSchema }) draft: z.infer<typeof segmentDraftSchema>,
  ): Promise<StoredSegment> {
    const target = cleanText(draft.target).trim();
    return this.segments.save(person, id, version, { target, status: draft.status });
  }
}
