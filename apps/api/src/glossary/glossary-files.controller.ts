import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  glossaryExportQuerySchema,
  glossaryImportSchema,
  glossaryUploadQuerySchema,
  type GlossaryExportQuery,
  type GlossaryImport,
  type GlossaryUploadQuery,
} from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { GlossaryFiles } from '@desk/translation';
import { toldProblems } from '../exchange/told-problems.js';
import { uploadIn } from '../exchange/uploads.js';
import { Answers, Asker, CallerLanguage } from '../http/index.js';

const file = { schema: { type: 'string', format: 'binary' } } as const;

/** The glossary as a file, and concepts from files. */
@ApiTags('glossary')
@Controller('glossary')
export class GlossaryFilesController {
  constructor(private readonly files: GlossaryFiles) {}

  @Get('exchange')
  @ApiOperation({ summary: 'All concepts in use as a file: TBX, its older form, or CSV' })
  @ApiOkResponse({
    description: 'The file',
    content: { 'application/x-tbx+xml': file, 'text/csv': file },
  })
  async export(
    @Asker() person: Person,
    @Query({ schema: glossaryExportQuerySchema }) { format }: GlossaryExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { name, type, content } = await this.files.write(person, format);
    void reply.header('Content-Type', `${type}; charset=utf-8`);
    void reply.header('Content-Disposition', `attachment; filename="${name}"`);
    return content;
  }

  @Post('exchange/imports')
  @ApiOperation({
    summary: 'Adds the new concepts of a file; for managing editors and administrators',
    description:
      'TBX of 2019 in either style, martif, or CSV with a row for each term or each concept. Concepts that the glossary knows stay as they are; what is faulty is told by its line and left out.',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ required: true, ...file })
  @Answers(glossaryImportSchema, { description: 'What was added, or would be' })
  async take(
    @Asker() person: Person,
    @Query({ schema: glossaryUploadQuerySchema }) { dryRun }: GlossaryUploadQuery,
    @Req() request: FastifyRequest,
    @CallerLanguage() language: Language,
  ): Promise<GlossaryImport> {
    const taken = await this.files.take(person, uploadIn(request.body), dryRun);
    return { ...taken, problems: toldProblems(taken.problems, language) };
  }
}
