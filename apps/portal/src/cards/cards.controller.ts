import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLanguage } from '@desk/languages';
import { fileAnswer } from '../answer.js';
import { send } from '../send.js';
import { Cards } from './cards.service.js';

const storyNamed = /^([0-9a-f-]{36})-[0-9a-f]{8}$/;

/** Pictures for cards on other sites. */
@Controller('cards')
export class CardsController {
  constructor(private readonly cards: Cards) {}

  @Get(':file')
  async card(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const picture = await this.named(file.replace(/\.png$/, ''));
    if (!picture || !file.endsWith('.png')) throw new NotFoundException();
    // Other sites show it: that is what it is for.
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    return send(request, reply, fileAnswer('image/png', picture));
  }

  private async named(name: string): Promise<Buffer | null> {
    if (name === 'logo') return this.cards.logo();
    if (isLanguage(name)) return this.cards.ofSite(name);
    const id = z.uuid().safeParse(storyNamed.exec(name)?.[1]);
    return id.success ? this.cards.ofStory(id.data) : null;
  }
}
