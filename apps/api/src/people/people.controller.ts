import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { accountAnswerSchema, accountDraftSchema, grantsDraftSchema } from '@desk/contracts';
import { Accounts, type Account, type Person } from '@desk/people';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';

/** The people of the newsroom and what they may do; for administrators. */
@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(private readonly accounts: Accounts) {}

  @Get()
  @ApiOperation({ summary: 'Everybody, by name' })
  @Answers(z.object({ items: z.array(accountAnswerSchema) }), { description: 'Everybody, by name' })
  async list(@Asker() person: Person): Promise<{ items: Account[] }> {
    return { items: await this.accounts.list(person) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'An account' })
  @Answers(accountAnswerSchema, { description: 'The account' })
  async find(@Asker() person: Person, @Id('id') id: string): Promise<Account> {
    return this.accounts.find(person, id);
  }

  @Post()
  @ApiOperation({ summary: 'Makes an account' })
  @Answers(accountAnswerSchema, { status: 201, description: 'The new account' })
  async create(
    @Asker() person: Person,
    @Body({ schema: accountDraftSchema }) draft: z.infer<typeof accountDraftSchema>,
  ): Promise<Account> {
    return this.accounts.create(person, draft);
  }

  @Put(':id/grants')
  @ApiOperation({ summary: 'Replaces what somebody may do; their sessions end at once' })
  @Answers(accountAnswerSchema, { description: 'The account as it is now' })
  async setGrants(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: grantsDraftSchema }) { grants }: z.infer<typeof grantsDraftSchema>,
  ): Promise<Account> {
    return this.accounts.setGrants(person, id, version, grants);
  }

  @Post(':id/disable')
  @ApiOperation({ summary: 'Closes an account; its sessions and tokens are of no use at once' })
  @Answers(accountAnswerSchema, { description: 'The account as it is now' })
  async disable(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<Account> {
    return this.accounts.setStatus(person, id, version, 'disabled');
  }

  @Post(':id/enable')
  @ApiOperation({ summary: 'Opens a closed account again' })
  @Answers(accountAnswerSchema, { description: 'The account as it is now' })
  async enable(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<Account> {
    return this.accounts.setStatus(person, id, version, 'active');
  }
}
