import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  spellingWordDraftSchema,
  spellingWordSchema,
  spellingWordsSchema,
  tonePlaceChangeSchema,
  writingIgnoreSchema,
  writingLinesSchema,
  writingReportSchema,
  type SpellingWord,
  type SpellingWordDraft,
  type TonePlaceChange,
  type WritingIgnore,
  type WritingReport,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { NewsroomWords, WritingHelp } from '@desk/writing';
import { Answers, Asker, Id } from '../http/index.js';

/** Spelling, tones, names and numbers of texts while they are written. */
@ApiTags('writing')
@Controller()
export class WritingController {
  constructor(
    private readonly help: WritingHelp,
    private readonly words: NewsroomWords,
  ) {}

  @Post('editions/:id/writing-checks')
  @ApiOperation({
    summary: 'What can be said of the lines of a text: spelling, tones, names, numbers',
    description: 'The lines are as they are being written; nothing is saved.',
  })
  @Answers(writingReportSchema, { status: 200, description: 'The findings in reading order' })
  async check(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: writingLinesSchema }) { lines }: z.infer<typeof writingLinesSchema>,
  ): Promise<WritingReport> {
    return this.help.check(person, id, lines);
  }

  @Put('editions/:id/writing-ignores')
  @ApiOperation({ summary: 'A finding is not to come again in this edition, or to come again' })
  @Answers(null, { status: 204, description: 'It is remembered' })
  async ignore(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: writingIgnoreSchema }) said: WritingIgnore,
  ): Promise<void> {
    await this.help.ignore(person, id, said);
  }

  @Put('sections/:id/tone-place')
  @ApiOperation({ summary: 'Where a section writes its tones, hòa or hoà; for administrators' })
  @Answers(null, { status: 204, description: 'It holds from now on' })
  async placeTones(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: tonePlaceChangeSchema }) { tonePlace }: TonePlaceChange,
  ): Promise<void> {
    await this.help.placeTones(person, id, tonePlace);
  }

  @Get('spelling-words')
  @ApiOperation({ summary: "The newsroom's own words, which no spell check takes for wrong" })
  @Answers(spellingWordsSchema, { description: 'Words by language' })
  async all(@Asker() person: Person): Promise<{ items: SpellingWord[] }> {
    return { items: await this.words.all(person) };
  }

  @Post('spelling-words')
  @ApiOperation({ summary: 'Adds a word; for managing editors' })
  @Answers(spellingWordSchema, { status: 201, description: 'The word' })
  async add(
    @Asker() person: Person,
    @Body({ schema: spellingWordDraftSchema }) draft: SpellingWordDraft,
  ): Promise<SpellingWord> {
    return this.words.add(person, draft);
  }

  @Delete('spelling-words/:id')
  @ApiOperation({ summary: 'Removes a word; for managing editors' })
  @Answers(null, { status: 204, description: 'It is gone' })
  async remove(@Asker() person: Person, @Id('id') id: string): Promise<void> {
    await this.words.remove(person, id);
  }
}
