import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ENVIRONMENT, type Environment } from '@desk/config';
import { PasswordResets } from '@desk/people';
import { countedAddress } from '../http/address.js';
import { Answers, Public } from '../http/index.js';
import { RateLimits } from '../http/rate-limits.js';

const askSchema = z.strictObject({ email: z.string().min(1).max(254) });
const useSchema = z.strictObject({ password: z.string().min(1).max(1_000) });

/** Forgotten passwords. */
@ApiTags('session')
@Public('asked by people who cannot sign in')
@Controller('password-resets')
export class PasswordResetsController {
  constructor(
    private readonly resets: PasswordResets,
    private readonly limits: RateLimits,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Sends a link by e-mail, if there is such an account; the answer does not tell',
  })
  @Answers(null, { status: 202, description: 'If the account exists, a link is on its way' })
  async ask(
    @Body({ schema: askSchema }) { email }: z.infer<typeof askSchema>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.limits.signIn(email, countedAddress(request.ip));
    await this.resets.ask(email);
  }

  @Post(':token')
  @ApiOperation({ summary: 'Sets the new password; every session of the account ends' })
  @Answers(null, { status: 204, description: 'The password is set; sign in with it' })
  async use(
    @Param('token') token: string,
    @Body({ schema: useSchema }) { password }: z.infer<typeof useSchema>,
  ): Promise<void> {
    await this.resets.use(token, this.environment.SECRET, password);
  }
}
