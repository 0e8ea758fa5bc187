import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  memoryExportQuerySchema,
  memoryFileImportSchema,
  memoryUploadQuerySchema,
  type MemoryExportQuery,
  type MemoryFileImport,
  type MemoryUploadQuery,
} from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { MemoryFiles } from '@desk/translation';
import { toldProblems } from '../exchange/told-problems.js';
import { uploadIn } from '../exchange/uploads.js';
import { Answers, Asker, CallerLanguage, Id } from '../http/index.js';

const file = { schema: { type: 'string', format: 'binary' } } as const;

/** The memory as TMX, and units from TMX files. */
@ApiTags('memory')
@Controller('memory/exchange')
export class MemoryFilesController {
  constructor(private readonly files: MemoryFiles) {}

  @Get()
  @ApiOperation({ summary: 'The memory of two languages as TMX 1.4b' })
  @ApiOkResponse({ description: 'The file', content: { 'application/x-tmx+xml': file } })
  async export(
    @Asker() person: Person,
    @Query({ schema: memoryExportQuerySchema }) pair: MemoryExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { name, content } = await this.files.write(person, pair);
    void reply.header('Content-Type', 'application/x-tmx+xml; charset=utf-8');
    void reply.header('Content-Disposition', `attachment; filename="${name}"`);
    return content;
  }

  @Post('imports')
  @ApiOperation({
    summary: 'Takes the units of a TMX file; for managing editors and administrators',
    description:
      'TMX 1.1 to 1.4b. What the memory has stays as it is; what is faulty is told by its line and left out. The import can be undone. Files of more than half a megabyte are read by the worker: ask with the `id` how far it is.',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ required: true, ...file })
  @Answers(memoryFileImportSchema, { description: 'What was read and taken' })
  async take(
    @Asker() person: Person,
    @Query({ schema: memoryUploadQuerySchema }) wanted: MemoryUploadQuery,
    @Req() request: FastifyRequest,
    @CallerLanguage() language: Language,
  ): Promise<MemoryFileImport> {
    const taken = await this.files.take(person, uploadIn(request.body), wanted);
    return { ...taken, problems: toldProblems(taken.problems, language) };
  }

  @Get('imports/:id')
  @ApiOperation({
    summary: 'How far the reading of a large TMX file is, and what came of it',
    description: 'For managing editors and administrators. Kept for a month.',
  })
  @Answers(memoryFileImportSchema, { description: 'What was read and taken by now' })
  async reading(
    @Asker() person: Person,
    @Id('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<MemoryFileImport> {
    const taken = await this.files.reading(person, id);
    return { ...taken, problems: toldProblems(taken.problems, language) };
  }
}
