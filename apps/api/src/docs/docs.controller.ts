import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/index.js';
import { ApiDescription, type Made } from './api-description.js';
import { docsStyle } from './docs-style.js';

const text = { schema: { type: 'string' } } as const;

/** The API described, for programs and for people. */
@ApiTags('operation')
@Public('the description tells nothing that only some may know')
@Controller('api')
export class DocsController {
  constructor(private readonly description: ApiDescription) {}

  @Get('openapi.json')
  @ApiOperation({ summary: 'This description, for programs (OpenAPI 3.1)' })
  @ApiOkResponse({
    description: 'The document',
    content: { 'application/json': { schema: { type: 'object' }, example: { openapi: '3.1.0' } } },
  })
  @Header('Content-Type', 'application/json; charset=utf-8')
  async openApi(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return unlessKnown(await this.description.json(), request, reply);
  }

  @Get('docs')
  @ApiOperation({ summary: 'This description, for people' })
  @ApiOkResponse({ description: 'A page', content: { 'text/html': text } })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return unlessKnown(await this.description.page(), request, reply);
  }

  @Get('docs/style.css')
  @ApiOperation({ summary: "The style of the description's page" })
  @ApiOkResponse({ description: 'A style sheet', content: { 'text/css': text } })
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return docsStyle;
  }
}

function unlessKnown({ text, etag }: Made, request: FastifyRequest, reply: FastifyReply): string {
  void reply.header('ETag', etag);
  if (request.headers['if-none-match'] !== etag) return text;
  void reply.status(304);
  return '';
}
