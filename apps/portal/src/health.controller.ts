import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { portalSections } from '@desk/published-pages';

/** For whoever watches over the process. */
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live() {
    return { status: 'ok' };
  }

  /** Ready when the published pages can be read. */
  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<FastifyReply> {
    void reply.header('cache-control', 'no-store');
    try {
      await portalSections(this.dataSource);
      return reply.send({ status: 'ok', parts: { database: 'ok' } });
    } catch {
      return reply.code(503).send({ status: 'error', parts: { database: 'error' } });
    }
  }
}
