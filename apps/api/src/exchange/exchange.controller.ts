import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  exportQuerySchema,
  importApplicationSchema,
  importOutcomeSchema,
  importPreviewSchema,
  uploadQuerySchema,
  type ExportQuery,
  type ImportApplication,
  type ImportOutcome,
  type ImportPreview,
  type UploadQuery,
} from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { TaskExports, TaskImports, type UntoldPreview } from '@desk/translation';
import { Answers, Asker, CallerLanguage, Id } from '../http/index.js';
import { toldProblems } from './told-problems.js';
import { uploadIn } from './uploads.js';

const file = { schema: { type: 'string', format: 'binary' } } as const;

/** A translation's task as a file for translation tools, and what comes back of it. */
@ApiTags('exchange')
@Controller()
export class ExchangeController {
  constructor(
    private readonly exports: TaskExports,
    private readonly imports: TaskImports,
  ) {}

  @Get('editions/:id/exchange')
  @ApiOperation({ summary: "A translation's task as a file: XLIFF 1.2 or 2.1, or TMX" })
  @ApiOkResponse({
    description: 'The file',
    content: {
      'application/x-xliff+xml': file,
      'application/xliff+xml': file,
      'application/x-tmx+xml': file,
    },
  })
  async export(
    @Asker() person: Person,
    @Id('id') id: string,
    @Query({ schema: exportQuerySchema }) { format }: ExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { name, type, content } = await this.exports.write(person, id, format);
    void reply.header('Content-Type', `${type}; charset=utf-8`);
    void reply.header('Content-Disposition', `attachment; filename="${name}"`);
    return content;
  }

  @Post('editions/:id/exchange/imports')
  @ApiOperation({
    summary: 'Reads a file that comes back, and says what taking it would change',
    description:
      'XLIFF 1.0 to 1.2, 2.0 and 2.1, TMX 1.1 to 1.4b, up to 50 MB and 200,000 segments. Nothing of the translation changes. Every problem has its line; what is sound can be taken without what is not. Files of more than half a megabyte are read by the worker: `state` is `reading` until it is done.',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ required: true, ...file })
  @Answers(importPreviewSchema, { status: 201, description: 'What would change' })
  async read(
    @Asker() person: Person,
    @Id('id') id: string,
    @Query({ schema: uploadQuerySchema }) { name }: UploadQuery,
    @Req() request: FastifyRequest,
    @CallerLanguage() language: Language,
  ): Promise<ImportPreview> {
    const preview = await this.imports.read(person, id, name, uploadIn(request.body));
    return told(preview, language);
  }

  @Get('exchange/imports/:id')
  @ApiOperation({ summary: 'What taking a file would change now, or how far its reading is' })
  @Answers(importPreviewSchema, { description: 'What would change' })
  async preview(
    @Asker() person: Person,
    @Id('id') id: string,
    @CallerLanguage() language: Language,
  ): Promise<ImportPreview> {
    return told(await this.imports.preview(person, id), language);
  }

  @Post('exchange/imports/:id/apply')
  @ApiOperation({
    summary: 'Takes a file in, whole or in part',
    description:
      'What a person changed since the file was written is left, unless it is named in `overwrite` with the version that was seen. Can be repeated for other segments.',
  })
  @Answers(importOutcomeSchema, { description: 'How many segments were written, and which not' })
  async apply(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: importApplicationSchema }) application: ImportApplication,
  ): Promise<ImportOutcome> {
    return this.imports.apply(person, id, application);
  }
}

/** The problems in the reader's words. */
const told = (preview: UntoldPreview, language: Language): ImportPreview => ({
  ...preview,
  problems: toldProblems(preview.problems, language),
});
