import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  acceptanceSchema,
  declineSchema,
  pageOf,
  proposalDraftSchema,
  proposalQuerySchema,
  proposalSchema,
  type Acceptance,
  type Page,
  type Proposal,
  type ProposalDraft,
  type ProposalQuery,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { Proposals } from '@desk/translation';
import { Answers, Asker, Id } from '../http/index.js';

/** What people propose for the glossary, and what becomes of it. */
@ApiTags('glossary')
@Controller('glossary/proposals')
export class ProposalsController {
  constructor(private readonly proposals: Proposals) {}

  @Get()
  @ApiOperation({ summary: 'Proposals, the newest first; `mine`: those that you made' })
  @Answers(pageOf(proposalSchema), { description: 'Proposals, newest first' })
  async list(
    @Asker() person: Person,
    @Query({ schema: proposalQuerySchema }) query: ProposalQuery,
  ): Promise<Page<Proposal>> {
    return this.proposals.page(person, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A proposal' })
  @Answers(proposalSchema, { description: 'The proposal' })
  async one(@Asker() person: Person, @Id('id') id: string): Promise<Proposal> {
    return this.proposals.find(person, id);
  }

  @Post()
  @ApiOperation({ summary: 'Proposes a new concept, or terms for one that there is' })
  @Answers(proposalSchema, { status: 201, description: 'The proposal, which waits' })
  async propose(
    @Asker() person: Person,
    @Body({ schema: proposalDraftSchema }) draft: ProposalDraft,
  ): Promise<Proposal> {
    return this.proposals.propose(person, draft);
  }

  @Post(':id/accept')
  @ApiOperation({
    summary: 'Takes a proposal into the glossary; for managing editors and administrators',
    description: '`terms`: what is taken, where it is not exactly what was proposed.',
  })
  @Answers(proposalSchema, { description: 'The proposal with the concept that has it now' })
  async accept(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: acceptanceSchema }) taken: Acceptance,
  ): Promise<Proposal> {
    return this.proposals.accept(person, id, taken);
  }

  @Post(':id/decline')
  @ApiOperation({ summary: 'Declines a proposal and says why' })
  @Answers(proposalSchema, { description: 'The proposal as it is now' })
  async decline(
    @Asker() person: Person,
    @Id('id') id: string,
    @Body({ schema: declineSchema }) { comment }: z.infer<typeof declineSchema>,
  ): Promise<Proposal> {
    return this.proposals.decline(person, id, comment);
  }
}
