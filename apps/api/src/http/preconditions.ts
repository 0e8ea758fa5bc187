import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Missing } from '@desk/errors';
import { IfMatchRequired } from './request.errors.js';

const strongTag = /^"(\d{1,10})"$/;

/**
 * The version that the caller saw last, from If-Match: `"12"`.
 * @throws IfMatchRequired (428) when it is missing or none of ours
 */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const given = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    const version = strongTag.exec(given?.trim() ?? '')?.[1];
    if (version === undefined) throw new IfMatchRequired();
    return Number(version);
  },
  [
    documented(
      ApiHeader({
        name: 'If-Match',
        required: true,
        description: 'The version that you saw last: the ETag, or `version` in quotation marks.',
        schema: { type: 'string', pattern: '^"[0-9]+"$', examples: ['"3"'] },
      }),
    ),
  ],
);

const idIn = createParamDecorator((name: string, context: ExecutionContext): string => {
  const { params } = context.switchToHttp().getRequest<FastifyRequest>();
  const read = z.object({ [name]: z.uuid() }).safeParse(params);
  const id = read.success ? read.data[name] : undefined;
  if (typeof id !== 'string') throw new Missing('request.not_found');
  return id.toLowerCase();
});

/** An id in the path; what is no id names nothing. @throws Missing `request.not_found` */
export const Id =
  (name: string): ParameterDecorator =>
  (target, key, index) => {
    idIn(name)(target, key, index);
    documented(ApiParam({ name, schema: { type: 'string', format: 'uuid' } }))(target, key);
  };

/** A parameter says by itself how it stands in the OpenAPI document. */
function documented(decorator: MethodDecorator) {
  return (target: object, key: string | symbol | undefined): void => {
    const descriptor = key && Object.getOwnPropertyDescriptor(target, key);
    if (key && descriptor) decorator(target, key, descriptor);
  };
}
