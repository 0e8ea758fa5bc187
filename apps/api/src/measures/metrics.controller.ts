import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ENVIRONMENT, type Environment } from '@desk/config';
import { Missing } from '@desk/errors';
import { BacklogMeasures } from '@desk/queues';
import { Public } from '../http/index.js';
import { mayScrape } from './may-scrape.js';
import { processMeasures } from './request-durations.js';

/** What Prometheus reads. */
@ApiTags('operation')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly backlog: BacklogMeasures,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get()
  @Public('asked by machines; only this machine or who knows METRICS_TOKEN is told')
  @ApiOperation({
    summary: 'Measures for Prometheus',
    description:
      'Durations of requests, the process itself, ledger entries not yet dispatched, depths of the queues. Readable from this machine, or with METRICS_TOKEN as bearer.',
  })
  @ApiOkResponse({
    description: "The measures in Prometheus' text format",
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @Header('Content-Type', processMeasures.contentType)
  async measures(@Req() request: FastifyRequest): Promise<string> {
    if (!mayScrape(request, this.environment.METRICS_TOKEN)) throw new Missing('request.not_found');
    const [ofProcess, backlog] = await Promise.all([
      processMeasures.metrics(),
      this.backlog.text(),
    ]);
    return `${ofProcess}\n${backlog}`;
  }
}
