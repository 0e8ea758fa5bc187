import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, languageFromHeader } from '@desk/languages';
import { Apologies } from '../apologies.service.js';
import { send } from '../send.js';
import { SearchPages } from './search-pages.service.js';

/** The search over what is public. */
@Controller()
export class SearchController {
  constructor(
    private readonly pages: SearchPages,
    private readonly apologies: Apologies,
  ) {}

  @Get(':language/search')
  async search(
    @Param('language') language: string,
    @Query() asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (!isLanguage(language)) {
      const readers = languageFromHeader(request.headers['accept-language']);
      return send(request, reply, await this.apologies.missing(readers));
    }
    return send(request, reply, await this.pages.at(language, asked));
  }
}
