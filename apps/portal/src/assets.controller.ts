import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SITE, type Site } from '@desk/public-page';

/** The style sheet, the emblem and the fonts; their paths never mean anything else later. */
@Controller('assets')
export class AssetsController {
  constructor(@Inject(SITE) private readonly site: Site) {}

  @Get(':file')
  asset(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    const asset = this.site.assets.byPath.get(`/assets/${file}`);
    if (!asset) throw new NotFoundException();
    void reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type);
    if (asset.brotli) void reply.header('vary', 'accept-encoding');
    const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    return asset.brotli && takesBrotli
      ? reply.header('content-encoding', 'br').send(asset.brotli)
      : reply.send(asset.bytes);
  }
}
