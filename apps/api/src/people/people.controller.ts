import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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
  @Answers(z.object({ items: z.array(accountAnswerSchema) }), { description: 'Everybody, by name' })
  async list(@Asker() person: Person): Promise<{ items: Account[] }> {
    return { items: await this.accounts.list(person) };
  }

  @Get(':id')
  @Answers(accountAnswerSchema, { description: 'The account' })
  async find(@Asker() person: Person, @Id('id') id: string): Promise<Account> {
    return this.accounts.find(person, id);
  }

  @Post()
  @Answers(accountAnswerSchema, { status: 201, description: 'The new account' })
  async create(
    @Asker() person: Person,
    @Body({ schema: accountDraftSchema }) draft: z.infer<typeof accountDraftSchema>,
  ): Promise<Account> {
    return this.accounts.create(person, draft);
  }

  /** Replaces what somebody may do; their sessions end at once. */
  @Put(':id/grants')
  @Answers(accountAnswerSchema, { description: 'The account as it is now' })
  async setGrants(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: grantsDraftSchema }) { grants }: z.infer<typeof grantsDraftSchema>,
  ): Promise<Account> {
    return this.accounts.setGrants(person, id, version, grants);
  }

  /** Closes an account; its sessions and tokens are of no use at once. */
  @Post(':id/disable')
  @Answers(accountAnswerSchema, { description: 'The account as it is now' })
  async disable(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<Account> {
    return this.accounts.setStatus(person, id, version, 'disabled');
  }

  @Post(':id/enable')
  @Answers(accountAnswerSchema, { description: 'The account as it is now' })
  async enable(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<Account> {
    return this.accounts.setStatus(person, id, version, 'active');
  }
}
