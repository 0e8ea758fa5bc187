import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  memoryDuplicatesSchema,
  memoryLookUpSchema,
  memoryMatchesSchema,
  memoryMergeSchema,
  memorySearchResultSchema,
  memorySearchQuerySchema,
  memoryUnitChangesSchema,
  memoryUnitQuerySchema,
  memoryUnitSchema,
  pageOf,
  type MemoryLookUpQuery,
  type MemoryMatch,
  type MemorySearch,
  type MemoryUnit,
  type MemoryUnitChanges,
  type MemoryUnitQuery,
  type Page,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { MemorySearches, MemoryUnits } from '@desk/translation';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';

/** Units of the translation memory: looked up, searched, kept clean. */
@ApiTags('memory')
@Controller('memory')
export class MemoryUnitsController {
  constructor(
    private readonly searches: MemorySearches,
    private readonly units: MemoryUnits,
  ) {}

  @Post('look-up')
  @ApiOperation({
    summary: 'Texts like the one that is to be translated, with their translations',
    description:
      'The best first: of either direction of the pair, or by way of the third language. Where only numbers, dates or names differ, the target is adapted. Changes nothing.',
  })
  @Answers(memoryMatchesSchema, { description: 'Matches, the best first' })
  async lookUp(
    @Asker() person: Person,
    @Body({ schema: memoryLookUpSchema }) query: MemoryLookUpQuery,
  ): Promise<{ items: MemoryMatch[] }> {
    return { items: await this.searches.lookUp(person, query) };
  }

  @Get('search')
  @ApiOperation({
    summary: 'Units that hold a phrase in a language, as source or as target',
    description:
      'Case, tone places, punctuation and spaces do not matter; Khmer is found wherever its words begin.',
  })
  @Answers(memorySearchResultSchema, { description: 'Units with the phrase' })
  async search(
    @Asker() person: Person,
    @Query({ schema: memorySearchQuerySchema }) query: MemorySearch,
  ): Promise<z.infer<typeof memorySearchResultSchema>> {
    return this.searches.search(person, query);
  }

  @Get('units')
  @ApiOperation({ summary: 'Units, the newest first' })
  @Answers(pageOf(memoryUnitSchema), { description: 'A page of units' })
  async list(
    @Asker() person: Person,
    @Query({ schema: memoryUnitQuerySchema }) query: MemoryUnitQuery,
  ): Promise<Page<MemoryUnit>> {
    return this.searches.page(person, query);
  }

  @Get('duplicates')
  @ApiOperation({
    summary: 'Sources with several translations; for managing editors and administrators',
  })
  @Answers(memoryDuplicatesSchema, { description: 'Those with the most translations first' })
  async duplicates(@Asker() person: Person): Promise<z.infer<typeof memoryDuplicatesSchema>> {
    return { items: await this.units.duplicates(person) };
  }

  @Get('units/:id')
  @ApiOperation({ summary: 'A unit: both texts, where it comes from, how often it was used' })
  @Answers(memoryUnitSchema, { description: 'The unit' })
  async one(@Asker() person: Person, @Id('id') id: string): Promise<MemoryUnit> {
    return this.searches.find(person, id);
  }

  @Patch('units/:id')
  @ApiOperation({
    summary: 'Changes the target, the tags or the section of a unit',
    description: 'For managing editors and administrators. Texts prepared before stay as they are.',
  })
  @Answers(memoryUnitSchema, { description: 'The unit as it is now' })
  async change(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: memoryUnitChangesSchema }) changes: MemoryUnitChanges,
  ): Promise<MemoryUnit> {
    return this.units.change(person, id, version, changes);
  }

  @Delete('units/:id')
  @ApiOperation({ summary: 'Deletes a unit; for managing editors and administrators' })
  @Answers(null, { status: 204, description: 'It is offered no more' })
  async remove(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.units.remove(person, id, version);
  }

  @Post('units/:id/merge')
  @ApiOperation({
    summary: 'Lets one unit stand for others, which go',
    description: 'Their uses and tags are added to it. For managing editors and administrators.',
  })
  @Answers(memoryUnitSchema, { description: 'The unit that stays' })
  async merge(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: memoryMergeSchema }) { others }: z.infer<typeof memoryMergeSchema>,
  ): Promise<MemoryUnit> {
    return this.units.merge(person, id, version, others);
  }
}
