import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerLanguage } from './caller-language.js';
import { problemOf } from './problem.js';
import { TooMany } from './request.errors.js';

/** Answers every error as problem details in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    sendProblem(error, request, reply);
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, {
    language: callerLanguage(request),
    instance: request.url,
    requestId: request.id,
  });
  if (problem.status >= 500) request.log.error({ err: error }, 'a request failed');
  if (error instanceof TooMany) void reply.header('Retry-After', error.retryAfterSeconds);
  void reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Content-Language', callerLanguage(request))
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(problem));
}
