import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  laidOutSchema,
  savedSegmentSchema,
  segmentCutSchema,
  segmentDoubtSchema,
  segmentDraftSchema,
  segmentSheetSchema,
} from '@desk/contracts';
import { cleanText, type Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { SegmentLayouts, Segments, type LaidOut } from '@desk/translation';
import { Answers, Asker, CallerLanguage, Id, IfMatch } from '../http/index.js';
import { toldFindings } from './told-findings.js';
import { toldSuggestions } from './told-suggestions.js';

/** The translators' work, segment by segment. */
@ApiTags('segments')
@Controller()
export class SegmentsController {
  constructor(
    private readonly segments: Segments,
    private readonly layouts: SegmentLayouts,
  ) {}

  @Get('editions/:id/segments')
  @ApiOperation({
    summary: 'The segments of a translation in their order: source, target, terms, findings',
  })
  @Answers(segmentSheetSchema, { description: 'The segments of a translation' })
  async sheet(
    @Asker() person: Person,
    @CallerLanguage() language: Language,
    @Id('id') id: string,
  ): Promise<z.infer<typeof segmentSheetSchema>> {
    const sheet = await this.segments.sheet(person, id);
    const items = sheet.items.map((one) => ({
      ...one,
      terms: [...one.terms],
      sourceDifference: one.sourceDifference && [...one.sourceDifference],
      findings: toldFindings(one.findings, language),
    }));
    return { ...sheet, suggestions: toldSuggestions(sheet.suggestions, language), items };
  }

  @Post('segments/:id/join')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Makes one segment of this and the next one of the same paragraph',
    description: "If-Match is the segment's version. What was typed into both becomes a draft.",
  })
  @Answers(laidOutSchema, { description: 'Where the segments are other ones now' })
  async join(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<LaidOut> {
    return this.layouts.join(person, id, version);
  }

  @Post('segments/:id/cut')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cuts a segment in two',
    description: "If-Match is the segment's version. What was typed becomes a draft.",
  })
  @Answers(laidOutSchema, { description: 'Where the segments are other ones now' })
  async cut(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: segmentCutSchema }) cut: z.infer<typeof segmentCutSchema>,
  ): Promise<LaidOut> {
    return this.layouts.cut(person, id, version, cut);
  }

  @Put('segments/:id')
  @ApiOperation({
    summary: 'Saves one segment; `confirmed` counts as translated',
    description: "If-Match is the segment's version.",
  })
  @Answers(savedSegmentSchema, {
    description: 'The segment as saved, with what the quality checks say of it',
  })
  async save(
    @Asker() person: Person,
    @CallerLanguage() language: Language,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: segmentDraftSchema }) draft: z.infer<typeof segmentDraftSchema>,
  ): Promise<z.infer<typeof savedSegmentSchema>> {
    const target = cleanText(draft.target).trim();
    const saved = await this.segments.save(person, id, version, { target, status: draft.status });
    return { ...saved, findings: toldFindings(saved.findings, language) };
  }

  @Put('segments/:id/doubt')
  @ApiOperation({
    summary: 'Marks a segment as doubtful, or as no longer so',
    description: 'The text and its version stay as they are; a confirmed segment may be doubtful.',
  })
  @Answers(savedSegmentSchema, { description: 'The segment with its mark' })
  async doubt(
    @Asker() person: Person,
    @CallerLanguage() language: Language,
    @Id('id') id: string,
    @Body({ schema: segmentDoubtSchema }) { doubtful }: z.infer<typeof segmentDoubtSchema>,
  ): Promise<z.infer<typeof savedSegmentSchema>> {
    const marked = await this.segments.doubt(person, id, doubtful);
    return { ...marked, findings: toldFindings(marked.findings, language) };
  }
}
