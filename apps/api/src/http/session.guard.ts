import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { NotAllowed } from '@desk/errors';
import { sameSecret, Sessions } from '@desk/people';
import { BY_ITSELF, PUBLIC, type Asking } from './asker.js';
import { SignInRequired } from './request.errors.js';

/** The session's cookie. `__Host-`: this host only, the whole path, encrypted connections. */
export const SESSION_COOKIE = '__Host-desk';

const safe = ['GET', 'HEAD', 'OPTIONS'];

/** Lets in who is signed in; all else is closed unless its route says that it is public. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  /** @throws SignInRequired 401, NotAllowed `session.csrf` 403 */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<string | undefined>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic !== undefined) return true;
    const byItself = this.reflector.get<string | undefined>(BY_ITSELF, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    await this.admit(request, byItself !== undefined);
    return true;
  }

  /**
   * Who asks.
   * @param byItself nobody need sit before the window that asks: the session is not used by that
   * @throws SignInRequired 401, NotAllowed `session.csrf` 403
   */
  async admit(request: FastifyRequest, byItself = false): Promise<Asking> {
    request.asking ??= await this.asking(request, byItself);
    return request.asking;
  }

  private async asking(request: FastifyRequest, byItself: boolean): Promise<Asking> {
    const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) {
      const person = await this.sessions.byToken(bearer);
      if (!person) throw new SignInRequired();
      return { person, by: 'token', sessionHash: null, csrfToken: null };
    }
    const secret = request.cookies[SESSION_COOKIE];
    if (!secret) throw new SignInRequired();
    const found = await this.sessions.bySecret(secret, byItself);
    if (!found) throw new SignInRequired('session.expired');
    if (!safe.includes(request.method)) refuseForged(request, found.csrfToken);
    return { by: 'session', ...found };
  }
}

/** A page of another site can make the browser send the cookie, but cannot know the token. */
function refuseForged(request: FastifyRequest, csrfToken: string): void {
  const given = request.headers['x-csrf-token'];
  if (typeof given !== 'string' || !sameSecret(given, csrfToken)) {
    throw new NotAllowed('session.csrf');
  }
}
