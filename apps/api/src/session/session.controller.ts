import { Body, Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { sessionAnswerSchema, signInSchema } from '@desk/contracts';
import { permissionsOf, Sessions, type Permission, type Person } from '@desk/people';
import { countedAddress } from '../http/address.js';
import { Answers, Public, SignedIn, SignInRequired, type Asking } from '../http/index.js';
import { RateLimits } from '../http/rate-limits.js';
import { SESSION_COOKIE } from '../http/session.guard.js';

const cookie = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

/** Signing in and out. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Signs in by e-mail and password',
    description: 'The cookie is for browsers; programs use tokens.',
  })
  @Public('signing in comes before being signed in')
  @ApiUnauthorizedResponse({ description: 'The e-mail address or the password is not right' })
  @Answers(sessionAnswerSchema, { status: 201, description: 'Signed in; the cookie is set' })
  async start(
    @Body({ schema: signInSchema }) { email, password }: z.infer<typeof signInSchema>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const address = countedAddress(request.ip);
    await this.limits.signIn(email, address);
    const userAgent = request.headers['user-agent'] ?? '';
    const started = await this.sessions.start(email, password, { userAgent, address });
    if (!started) throw new SignInRequired('session.wrong_credentials');
    await this.limits.signedIn(email, address);
    const { person, secret, csrfToken, expiresAt } = started;
    void reply.setCookie(SESSION_COOKIE, secret, { ...cookie, expires: expiresAt });
    return { person: shown(person), may: permissionsOf(person), csrfToken, expiresAt };
  }

  @Get()
  @ApiOperation({ summary: 'Who you are and what you may do' })
  @Answers(sessionAnswerSchema, { description: 'Who is signed in' })
  current(@SignedIn() { person, csrfToken }: Asking): SessionAnswer {
    return { person: shown(person), may: permissionsOf(person), csrfToken };
  }

  @Delete()
  @ApiOperation({ summary: 'Signs out' })
  @Answers(null, { status: 204, description: 'Signed out' })
  async end(
    @SignedIn() { person, sessionHash }: Asking,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (sessionHash) await this.sessions.end(person, sessionHash);
    void reply.clearCookie(SESSION_COOKIE, cookie);
  }
}

interface SessionAnswer {
  readonly person: Omit<Person, 'scopes'>;
  readonly may: readonly Permission[];
  readonly csrfToken: string | null;
  readonly expiresAt?: Date;
}

function shown({ scopes: _, ...person }: Person): Omit<Person, 'scopes'> {
  return person;
}
