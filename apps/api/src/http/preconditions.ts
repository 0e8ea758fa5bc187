import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Missing } from '@desk/errors';
import { IfMatchRequired } from './request.errors.js';

const strongTag = /^"(\d{1,10})"$/;

/**
 * The version that the caller saw last, from If-Match: `"12"`.
 * @throws IfMatchRequired (428) when it is missing or none of ours
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const version = strongTag.exec(given?.trim() ?? '')?.[1];
  if (version === undefined) throw new IfMatchRequired();
  return Number(version);
});

/** An id in the path; what is no id names nothing. @throws Missing `request.not_found` */
export const Id = createParamDecorator((name: string, context: ExecutionContext): string => {
  const { params } = context.switchToHttp().getRequest<FastifyRequest>();
  const read = z.object({ [name]: z.uuid() }).safeParse(params);
  const id = read.success ? read.data[name] : undefined;
  if (typeof id !== 'string') throw new Missing('request.not_found');
  return id.toLowerCase();
});
