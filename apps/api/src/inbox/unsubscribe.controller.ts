import { Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { stopPage, Unsubscriptions } from '@desk/notifications';
import { Public } from '../http/index.js';

const html = 'text/html; charset=utf-8';
const aPage = {
  description: 'A page',
  content: { [html]: { schema: { type: 'string' } } },
} as const;
/** The page brings its own styles and nothing else. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The links in e-mails that end a kind of e-mail (RFC 8058). */
@ApiTags('inbox')
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly unsubscriptions: Unsubscriptions) {}

  @Get(':token')
  @ApiOperation({
    summary: 'The page behind the link in an e-mail that ends such e-mails',
    description: 'It asks, and changes nothing.',
  })
  @Public('the link in an e-mail must work without signing in; its token is signed')
  @ApiOkResponse(aPage)
  @Header('Content-Type', html)
  @Header('Content-Security-Policy', policy)
  async ask(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const language = await this.unsubscriptions.languageOf(token);
    if (language) return stopPage(language, 'ask');
    void reply.status(404);
    return stopPage('vi', 'invalid');
  }

  @Post(':token')
  @ApiOperation({
    summary: 'Ends such e-mails',
    description: 'One click (RFC 8058): mail programs post here by themselves.',
  })
  @HttpCode(200)
  @Public('mail programs post here for people who are not signed in; the token is signed')
  @ApiOkResponse(aPage)
  @Header('Content-Type', html)
  @Header('Content-Security-Policy', policy)
  async stop(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const language = (await this.unsubscriptions.languageOf(token)) ?? 'vi';
    if (await this.unsubscriptions.stop(token)) return stopPage(language, 'done');
    void reply.status(404);
    return stopPage('vi', 'invalid');
  }
}
