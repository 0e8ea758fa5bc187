import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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
  @Answers(segmentSheetSchema, { description: 'The segments of a translation' })
  async sheet(@Asker() person: Person, @Id('id') id: string): Promise<SegmentSheet> {
    return this.segments.sheet(person, id);
  }

  /** Saves one segment; `confirmed` counts as translated. If-Match is the segment's version. */
  @Put('segments/:id')
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
