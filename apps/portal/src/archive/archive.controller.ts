import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLanguage } from '@desk/languages';
import { archiveAddress } from '@desk/public-page';
import { movedTo } from '../answer.js';
import { send } from '../send.js';
import { ArchivePages } from './archive-pages.service.js';

const month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/);
const day = z.iso.date().regex(/^[12]/);

/** What became public when. */
@Controller()
export class ArchiveController {
  constructor(private readonly pages: ArchivePages) {}

  @Get(':language/archive')
  async months(
    @Param('language') language: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (!isLanguage(language)) throw new NotFoundException();
    const address = archiveAddress(language);
    const written = request.url.split('?')[0] === address;
    const answer = written ? await this.pages.months(language) : movedTo(address);
    return send(request, reply, answer);
  }

  @Get(':language/archive/:period')
  async period(
    @Param('language') language: string,
    @Param('period') period: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (!isLanguage(language)) throw new NotFoundException();
    const answer = month.safeParse(period).success
      ? await this.pages.month(language, period)
      : day.safeParse(period).success
        ? await this.pages.day(language, period)
        : null;
    if (!answer) throw new NotFoundException();
    return send(request, reply, answer);
  }
}
