import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  conceptChangesSchema,
  conceptDraftSchema,
  conceptQuerySchema,
  conceptSchema,
  foundTermsSchema,
  glossaryDomainsSchema,
  pageOf,
  termSearchSchema,
  type Concept,
  type ConceptChanges,
  type ConceptDraft,
  type ConceptQuery,
  type FoundTerm,
  type GlossaryDomains,
  type Page,
  type TermSearch,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { Concepts, TermLookup } from '@desk/translation';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';

/** Concepts, and where their terms stand in a text. */
@ApiTags('glossary')
@Controller('glossary')
export class ConceptsController {
  constructor(
    private readonly concepts: Concepts,
    private readonly terms: TermLookup,
  ) {}

  @Get('concepts')
  @ApiOperation({
    summary: 'Concepts by their headword, with all their terms',
    description: 'A search without diacritics finds terms with and without them.',
  })
  @Answers(pageOf(conceptSchema), { description: 'Concepts in Vietnamese order' })
  async list(
    @Asker() person: Person,
    @Query({ schema: conceptQuerySchema }) query: ConceptQuery,
  ): Promise<Page<Concept>> {
    return this.concepts.page(person, query);
  }

  @Get('domains')
  @ApiOperation({ summary: 'The domains of the concepts in use' })
  @Answers(glossaryDomainsSchema, { description: 'Domains and how many concepts each has' })
  async domains(@Asker() person: Person): Promise<GlossaryDomains> {
    return this.concepts.domains(person);
  }

  @Get('concepts/:id')
  @ApiOperation({ summary: 'A concept with its terms' })
  @Answers(conceptSchema, { description: 'The concept' })
  async one(@Asker() person: Person, @Id('id') id: string): Promise<Concept> {
    return this.concepts.find(person, id);
  }

  @Post('concepts')
  @ApiOperation({ summary: 'Adds a concept; for managing editors and administrators' })
  @Answers(conceptSchema, { status: 201, description: 'The new concept' })
  async create(
    @Asker() person: Person,
    @Body({ schema: conceptDraftSchema }) draft: ConceptDraft,
  ): Promise<Concept> {
    return this.concepts.create(person, draft);
  }

  @Patch('concepts/:id')
  @ApiOperation({
    summary: 'Changes a concept',
    description: '`terms`, where given, are all its terms: those left out are removed.',
  })
  @Answers(conceptSchema, { description: 'The concept as it is now' })
  async change(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: conceptChangesSchema }) changes: ConceptChanges,
  ): Promise<Concept> {
    return this.concepts.change(person, id, version, changes);
  }

  @Post('concepts/:id/retire')
  @ApiOperation({ summary: 'Takes a concept out of use: it is kept, but found in no text' })
  @Answers(conceptSchema, { description: 'The concept as it is now' })
  async retire(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<Concept> {
    return this.concepts.retire(person, id, version);
  }

  @Post('concepts/:id/restore')
  @ApiOperation({ summary: 'Takes a retired concept into use again' })
  @Answers(conceptSchema, { description: 'The concept as it is now' })
  async restore(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<Concept> {
    return this.concepts.restore(person, id, version);
  }

  @Post('find')
  @ApiOperation({
    summary: 'The terms that stand in a text, and how the other languages say them',
    description:
      'Diacritics in either place, inflected English and Khmer without spaces are found; of overlapping terms the longest. Changes nothing.',
  })
  @Answers(foundTermsSchema, { description: 'The terms in the order of the text' })
  async find(
    @Asker() person: Person,
    @Body({ schema: termSearchSchema }) search: TermSearch,
  ): Promise<{ items: FoundTerm[] }> {
    return { items: await this.terms.search(person, search) };
  }
}
