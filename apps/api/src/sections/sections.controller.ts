import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Sections, type Section } from '@desk/articles';
import { sectionAnswerSchema, sectionChangesSchema, sectionDraftSchema } from '@desk/contracts';
import type { Person } from '@desk/people';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';

/** Sections with their sign-off policies. */
@ApiTags('sections')
@Controller('sections')
export class SectionsController {
  constructor(private readonly sections: Sections) {}

  @Get()
  @ApiOperation({ summary: 'The sections that you may see' })
  @Answers(z.object({ items: z.array(sectionAnswerSchema) }), {
    description: 'The sections that you may see',
  })
  async list(@Asker() person: Person): Promise<{ items: Section[] }> {
    return { items: await this.sections.list(person) };
  }

  @Post()
  @ApiOperation({ summary: 'Makes a section with its sign-off policy' })
  @Answers(sectionAnswerSchema, { status: 201, description: 'The new section' })
  async create(
    @Asker() person: Person,
    @Body({ schema: sectionDraftSchema }) draft: z.infer<typeof sectionDraftSchema>,
  ): Promise<Section> {
    return this.sections.create(person, draft);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Changes a section or its sign-off policy',
    description: 'A changed policy holds for the review rounds opened from now on.',
  })
  @Answers(sectionAnswerSchema, { description: 'The section as it is now' })
  async update(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: sectionChangesSchema }) changes: z.infer<typeof sectionChangesSchema>,
  ): Promise<Section> {
    return this.sections.update(person, id, version, changes);
  }
}
