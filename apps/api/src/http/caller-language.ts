import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { languageFromHeader, isLanguage, type Language } from '@desk/languages';

/** The language to answer in: asked for by `?lang=`, the person's own, or the browser's. */
export function callerLanguage(request: FastifyRequest): Language {
  const { query } = request;
  if (typeof query === 'object' && query !== null && 'lang' in query && isLanguage(query.lang)) {
    return query.lang;
  }
  return (
    request.asking?.person.language ?? languageFromHeader(request.headers['accept-language'], 'vi')
  );
}

/** The language to answer in, for a route whose answer has words of the newsroom in it. */
export const CallerLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language =>
    callerLanguage(context.switchToHttp().getRequest<FastifyRequest>()),
);
