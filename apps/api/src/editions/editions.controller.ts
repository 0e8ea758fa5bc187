import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { EditionReading, WorkingCopies, type WorkingCopy } from '@desk/articles';
import {
  bodyComparisonSchema,
  editionToReadSchema,
  revisionAnswerSchema,
  revisionHeadSchema,
  textChangeSchema,
  textDraftSchema,
  workingCopySchema,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { textFrom } from '../articles/text-from.js';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';

const revisionRef = z.object({ id: z.uuid(), number: z.int(), hash: z.string() });
const comparisonSchema = z.object({
  from: revisionRef,
  to: revisionRef,
  title: z.array(textChangeSchema),
  summary: z.array(textChangeSchema),
  body: bodyComparisonSchema,
});
const restoreSchema = z.strictObject({ revisionId: z.uuid() });

/** Editions: the working copy, its history, differences. */
@ApiTags('editions')
@Controller()
export class EditionsController {
  constructor(
    private readonly reading: EditionReading,
    private readonly workingCopies: WorkingCopies,
  ) {}

  @Get('editions/:id')
  @ApiOperation({
    summary: 'The edition with its working copy',
    description: 'Its version is the ETag to send as If-Match.',
  })
  @Answers(editionToReadSchema, { description: 'The edition and its working copy' })
  async edition(
    @Asker() person: Person,
    @Id('id') id: string,
  ): ReturnType<EditionReading['edition']> {
    return this.reading.edition(person, id);
  }

  @Put('editions/:id/working-copy')
  @ApiOperation({
    summary: 'Saves the text as typed; makes no revision',
    description:
      'When somebody saved in between, the answer is 409 with both texts, and nothing is written.',
  })
  @Answers(workingCopySchema, { description: 'The edition as saved' })
  async save(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: textDraftSchema }) draft: z.infer<typeof textDraftSchema>,
  ): ReturnType<WorkingCopies['restore']> {
    return shown(await this.workingCopies.save(person, id, version, textFrom(draft)));
  }

  @Post('editions/:id/restore')
  @ApiOperation({ summary: 'Makes an old revision the working copy again' })
  @Answers(workingCopySchema, { status: 200, description: 'The edition with the restored text' })
  async restore(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: restoreSchema }) { revisionId }: z.infer<typeof restoreSchema>,
  ): ReturnType<WorkingCopies['restore']> {
    return this.workingCopies.restore(person, id, version, revisionId);
  }

  @Get('editions/:id/revisions')
  @ApiOperation({ summary: 'The revisions of an edition, the newest first' })
  @Answers(z.object({ items: z.array(revisionHeadSchema) }), {
    description: 'The revisions, newest first',
  })
  async revisions(
    @Asker() person: Person,
    @Id('id') id: string,
  ): ReturnType<EditionReading['revisions']> {
    return this.reading.revisions(person, id);
  }

  @Get('revisions/:id')
  @ApiOperation({ summary: 'A revision with its text' })
  @Answers(revisionAnswerSchema, { description: 'The revision with its text' })
  async revision(
    @Asker() person: Person,
    @Id('id') id: string,
  ): ReturnType<EditionReading['revision']> {
    return this.reading.revision(person, id);
  }

  @Get('revisions/:id/compare/:other')
  @ApiOperation({ summary: 'What changed from one revision to another of the same edition' })
  @Answers(comparisonSchema, { description: 'The differences in text and structure' })
  async compare(
    @Asker() person: Person,
    @Id('id') id: string,
    @Id('other') other: string,
  ): ReturnType<EditionReading['compare']> {
    return this.reading.compare(person, id, other);
  }
}

const shown = ({ edition, text, stale }: WorkingCopy) => ({ ...edition, stale, text });
