import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NotAllowed } from '@desk/errors';
import type { Person } from '@desk/people';

/** Who is asking, as the guard found them. */
export interface Asking {
  readonly person: Person;
  /** How they proved it: a cookie session needs protection against cross-site requests. */
  readonly by: 'session' | 'token';
  /** The session's key in the database; null for tokens. */
  readonly sessionHash: string | null;
  readonly csrfToken: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    asking?: Asking;
  }
}

export const PUBLIC = 'desk:public';

/** Opens a route to people who are not signed in; says why that is right. */
export const Public = (reason: string): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(PUBLIC, reason), ApiSecurity({}));

export const BY_ITSELF = 'desk:by-itself';

/**
 * A route that a window asks by itself, again and again: that keeps no session alive which
 * nobody uses. Says why it is so.
 */
export const ByItself = (reason: string): MethodDecorator => SetMetadata(BY_ITSELF, reason);

/** The asking of this request. @throws Error on a public route, where nobody need be known */
export function askingOf(context: ExecutionContext): Asking {
  const { asking } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!asking) throw new Error('nobody is known to ask here: the route is public');
  return asking;
}

/** A token does not manage the account that it belongs to. @throws NotAllowed `token.scope_missing` */
export function refuseTokens({ scopes }: Person): void {
  if (scopes !== null) throw new NotAllowed('token.scope_missing');
}

/** The person who asks. */
export const Asker = createParamDecorator(
  (_: unknown, context: ExecutionContext): Person => askingOf(context).person,
);

/** The person and how they are signed in. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Asking =>
  askingOf(context),
);
