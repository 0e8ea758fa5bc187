import { Body, Controller, Delete, Get, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  accountAnswerSchema,
  newTokenSchema,
  passwordChangeSchema,
  profileChangesSchema,
  tokenAnswerSchema,
  tokenDraftSchema,
} from '@desk/contracts';
import { Accounts, Tokens, type Account, type Person, type Token } from '@desk/people';
import { Answers, Asker, Id, IfMatch, refuseTokens } from '../http/index.js';

/** Your own account. */
@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly tokens: Tokens,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Your account' })
  @Answers(accountAnswerSchema, { description: 'Your account' })
  async find(@Asker() person: Person): Promise<Account> {
    return this.accounts.find(person, person.id);
  }

  @Patch()
  @ApiOperation({ summary: 'Changes your name, language, time zone or the hour of your digest' })
  @Answers(accountAnswerSchema, { description: 'Your account as it is now' })
  async update(
    @Asker() person: Person,
    @IfMatch() version: number,
    @Body({ schema: profileChangesSchema }) changes: z.infer<typeof profileChangesSchema>,
  ): Promise<Account> {
    refuseTokens(person);
    return this.accounts.updateProfile(person, version, changes);
  }

  @Put('password')
  @ApiOperation({
    summary: 'Changes your password',
    description: 'Every session of yours ends, this one too.',
  })
  @Answers(null, { status: 204, description: 'The password is changed' })
  async changePassword(
    @Asker() person: Person,
    @Body({ schema: passwordChangeSchema }) { current, next }: z.infer<typeof passwordChangeSchema>,
  ): Promise<void> {
    refuseTokens(person);
    await this.accounts.changePassword(person, current, next);
  }

  @Get('tokens')
  @ApiOperation({ summary: 'Your API tokens' })
  @Answers(z.object({ items: z.array(tokenAnswerSchema) }), { description: 'Your API tokens' })
  async listTokens(@Asker() person: Person): Promise<{ items: Token[] }> {
    return { items: await this.tokens.list(person) };
  }

  @Post('tokens')
  @ApiOperation({
    summary: 'Makes an API token',
    description: 'The token is told in this answer and never again.',
  })
  @Answers(newTokenSchema, { status: 201, description: 'The new token' })
  async createToken(
    @Asker() person: Person,
    @Body({ schema: tokenDraftSchema }) draft: z.infer<typeof tokenDraftSchema>,
  ): ReturnType<Tokens['create']> {
    refuseTokens(person);
    return this.tokens.create(person, draft);
  }

  @Delete('tokens/:id')
  @ApiOperation({ summary: 'Ends an API token' })
  @Answers(null, { status: 204, description: 'The token is of no use any more' })
  async revokeToken(@Asker() person: Person, @Id('id') id: string): Promise<void> {
    refuseTokens(person);
    await this.tokens.revoke(person, id);
  }
}
