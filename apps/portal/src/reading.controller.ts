import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, languageFromHeader, type Language } from '@desk/languages';
import { frontAddress, isWrittenAs, sectionAddress } from '@desk/public-page';
import { movedTo, type Answer } from './answer.js';
import { Apologies } from './apologies.service.js';
import { ArticlePages } from './article-pages.service.js';
import { FrontPages } from './front-pages.service.js';
import { readPlace } from './place.js';
import { SectionPages } from './section-pages.service.js';
import { send } from './send.js';

/** What readers ask for. Every page has one address; other ways to write it lead there. */
@Controller()
export class ReadingController {
  constructor(
    private readonly fronts: FrontPages,
    private readonly sections: SectionPages,
    private readonly articles: ArticlePages,
    private readonly apologies: Apologies,
  ) {}

  /** The only place where the browser's languages count: everywhere else the address says it. */
  @Get()
  bare(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    const language = languageFromHeader(request.headers['accept-language']);
    void reply.header('vary', 'accept-language').header('cache-control', 'no-cache');
    return reply.redirect(frontAddress(language), 302);
  }

  @Get(':language')
  async front(
    @Param('language') language: string,
    @Query('before') before: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.answer(request, reply, language, async (known) => {
      if (!isWrittenAs(frontAddress(known), pathOf(request))) return movedTo(frontAddress(known));
      const place = readPlace(before);
      return place ? this.fronts.older(known, place) : this.fronts.front(known);
    });
  }

  @Get(':language/:section')
  async section(
    @Param('language') language: string,
    @Param('section') code: string,
    @Query('before') before: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.answer(request, reply, language, async (known) => {
      const list = await this.sections.list(known, code, readPlace(before));
      const address = sectionAddress(known, code);
      return list && !isWrittenAs(address, pathOf(request)) ? movedTo(address) : list;
    });
  }

  /** The section in the address does not decide: a wrong one leads to the right one. */
  @Get(':language/:section/:slug')
  async article(
    @Param('language') language: string,
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.answer(request, reply, language, (known) =>
      this.articles.at(known, slug, pathOf(request)),
    );
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    language: string,
    find: (language: Language) => Promise<Answer | null>,
  ): Promise<FastifyReply> {
    const found = isLanguage(language) ? await find(language) : null;
    const readers = isLanguage(language)
      ? language
      : languageFromHeader(request.headers['accept-language']);
    return send(request, reply, found ?? (await this.apologies.missing(readers)));
  }
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '/';
