import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage } from '@desk/languages';
import type { Answer } from '../answer.js';
import { send } from '../send.js';
import type { FeedForm } from './feed.js';
import { Feeds } from './feeds.service.js';
import { Sitemaps } from './sitemaps.service.js';

/** What programs read: feeds, and maps of the site. */
@Controller()
export class MachinesController {
  constructor(
    private readonly feeds: Feeds,
    private readonly sitemaps: Sitemaps,
  ) {}

  @Get('robots.txt')
  robots(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return send(request, reply, this.sitemaps.robots());
  }

  @Get('sitemap.xml')
  async index(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return send(request, reply, await this.sitemaps.index());
  }

  @Get('sitemaps/:file')
  async sitemap(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const name = /^([a-z0-9-]{1,40})\.xml$/.exec(file)?.[1];
    return found(request, reply, name === undefined ? null : await this.sitemaps.named(name));
  }

  @Get(':language/feed.atom')
  atom(
    @Param('language') language: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.feed(request, reply, 'atom', language);
  }

  @Get(':language/feed.rss')
  rss(
    @Param('language') language: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.feed(request, reply, 'rss', language);
  }

  @Get(':language/feed.json')
  json(
    @Param('language') language: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.feed(request, reply, 'json', language);
  }

  @Get(':language/:section/feed.atom')
  sectionAtom(
    @Param('language') language: string,
    @Param('section') section: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.feed(request, reply, 'atom', language, section);
  }

  @Get(':language/:section/feed.rss')
  sectionRss(
    @Param('language') language: string,
    @Param('section') section: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.feed(request, reply, 'rss', language, section);
  }

  @Get(':language/:section/feed.json')
  sectionJson(
    @Param('language') language: string,
    @Param('section') section: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.feed(request, reply, 'json', language, section);
  }

  private async feed(
    request: FastifyRequest,
    reply: FastifyReply,
    form: FeedForm,
    language: string,
    section?: string,
  ): Promise<FastifyReply> {
    if (!isLanguage(language)) throw new NotFoundException();
    // Readers of feeds in a browser on another site may read what is public anyway.
    void reply.header('access-control-allow-origin', '*');
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    return found(request, reply, await this.feeds.at(language, form, section));
  }
}

function found(request: FastifyRequest, reply: FastifyReply, answer: Answer | null): FastifyReply {
  if (!answer) throw new NotFoundException();
  return send(request, reply, answer);
}
