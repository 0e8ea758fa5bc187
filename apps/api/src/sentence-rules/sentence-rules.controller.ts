import { Body, Controller, Delete, Get, Header, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  sentenceExceptionDraftSchema,
  sentenceExceptionSchema,
  sentenceExceptionsSchema,
  type SentenceException,
  type SentenceExceptionDraft,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { SentenceRules } from '@desk/translation';
import { Answers, Asker, Id } from '../http/index.js';

/** Where sentences end. */
@ApiTags('sentence rules')
@Controller()
export class SentenceRulesController {
  constructor(private readonly rules: SentenceRules) {}

  @Get('sentence-rules')
  @ApiOperation({ summary: "The newsroom's own abbreviations, with which no sentence ends" })
  @Answers(sentenceExceptionsSchema, { description: 'Abbreviations by language' })
  async all(@Asker() person: Person): Promise<{ items: SentenceException[] }> {
    return { items: await this.rules.all(person) };
  }

  @Get('sentence-rules.srx')
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="sentence-rules.srx"')
  @ApiOperation({ summary: 'All rules of where sentences end, for other tools: SRX 2.0' })
  @ApiOkResponse({
    description: 'The file',
    content: { 'application/xml': { schema: { type: 'string' } } },
  })
  async srx(@Asker() person: Person): Promise<string> {
    return this.rules.srx(person);
  }

  @Post('sentence-rules')
  @ApiOperation({
    summary: 'Adds an abbreviation; for administrators',
    description: 'It holds for sources that are prepared from now on; segments that exist stay.',
  })
  @Answers(sentenceExceptionSchema, { status: 201, description: 'The abbreviation' })
  async add(
    @Asker() person: Person,
    @Body({ schema: sentenceExceptionDraftSchema }) draft: SentenceExceptionDraft,
  ): Promise<SentenceException> {
    return this.rules.add(person, draft);
  }

  @Delete('sentence-rules/:id')
  @ApiOperation({ summary: 'Removes an abbreviation; for administrators' })
  @Answers(null, { status: 204, description: 'It is gone' })
  async remove(@Asker() person: Person, @Id('id') id: string): Promise<void> {
    await this.rules.remove(person, id);
  }
}
