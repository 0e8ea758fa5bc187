import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageFromHeader, type Language } from '@desk/languages';
import type { PageAnswer } from './answer.js';
import { Apologies, languageOfPath } from './apologies.service.js';
import { send } from './send.js';

/** Whatever went wrong, the reader gets a page in a language they read, and no detail. */
@Catch()
export class ApologyFilter implements ExceptionFilter {
  constructor(private readonly apologies: Apologies) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const language =
      languageOfPath(request.url) ?? languageFromHeader(request.headers['accept-language']);
    await send(request, reply, await this.apology(error, language, request));
  }

  private async apology(
    error: unknown,
    language: Language,
    request: FastifyRequest,
  ): Promise<PageAnswer> {
    const status = error instanceof HttpException ? error.getStatus() : 500;
    if (status === 404) {
      return this.apologies.missing(language).catch(() => this.apologies.failure(language, 500));
    }
    if (status >= 400 && status < 500) return this.apologies.failure(language, 400);
    request.log.error({ err: error }, 'a page could not be made');
    return this.apologies.failure(language, 500);
  }
}
