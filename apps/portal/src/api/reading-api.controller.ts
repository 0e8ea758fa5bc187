import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fileAnswer, type PageAnswer } from '../answer.js';
import { send } from '../send.js';
import { ReadingApi } from './reading-api.service.js';

/** For programs elsewhere: what is public, as JSON, with ETags. Nothing can be changed here. */
@Controller('api/v1/articles')
export class ReadingApiController {
  constructor(private readonly api: ReadingApi) {}

  @Get()
  async list(
    @Query() asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return openly(request, reply, await this.api.list(asked));
  }

  @Get(':id')
  async edition(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const known = z.uuid().safeParse(id).success ? await this.api.edition(id) : null;
    return openly(request, reply, known ?? missing);
  }
}

const missing: PageAnswer = {
  ...fileAnswer(
    'application/json; charset=utf-8',
    JSON.stringify({ status: 404, title: 'Not Found' }),
  ),
  status: 404,
};

/** Pages of other sites may read what everybody may. */
function openly(request: FastifyRequest, reply: FastifyReply, answer: PageAnswer): FastifyReply {
  void reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', 'etag')
    .header('cross-origin-resource-policy', 'cross-origin');
  return send(request, reply, answer);
}
