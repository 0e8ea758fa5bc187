import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  memoryImportDraftSchema,
  memoryImportSchema,
  pageOf,
  pageQuerySchema,
  type MemoryImport,
  type MemoryImportDraft,
  type Page,
  type PageQuery,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { MemoryImports } from '@desk/translation';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';

/** Units from elsewhere; for managing editors and administrators. */
@ApiTags('memory')
@Controller('memory/imports')
export class MemoryImportsController {
  constructor(private readonly imports: MemoryImports) {}

  @Get()
  @ApiOperation({ summary: 'Imports, the newest first' })
  @Answers(pageOf(memoryImportSchema), { description: 'A page of imports' })
  async list(
    @Asker() person: Person,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
  ): Promise<Page<MemoryImport>> {
    return this.imports.page(person, query);
  }

  @Post()
  @ApiOperation({
    summary: 'Takes units into the memory',
    description: 'What the memory has already stays as it is.',
  })
  @Answers(memoryImportSchema, { status: 201, description: 'The import' })
  async add(
    @Asker() person: Person,
    @Body({ schema: memoryImportDraftSchema }) draft: MemoryImportDraft,
  ): Promise<MemoryImport> {
    return this.imports.add(person, draft);
  }

  @Post(':id/undo')
  @ApiOperation({
    summary: 'Deletes what an import brought',
    description: 'Units that people changed or signed off since are kept; `kept` counts them.',
  })
  @Answers(memoryImportSchema, { description: 'The import, undone' })
  async undo(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<MemoryImport> {
    return this.imports.undo(person, id, version);
  }
}
