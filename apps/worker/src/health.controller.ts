import { Controller, Get, Header } from '@nestjs/common';
import { HealthCheckService, type HealthCheckResult } from '@nestjs/terminus';
import { collectDefaultMetrics, register } from 'prom-client';
import { DataSource } from 'typeorm';
import { BacklogMeasures, JobQueues } from '@desk/queues';

collectDefaultMetrics();

/** Health and metrics of the worker; listens on this machine only unless told otherwise. */
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly dataSource: DataSource,
    private readonly queues: JobQueues,
    private readonly backlog: BacklogMeasures,
  ) {}

  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      () =>
        this.dataSource.query('SELECT 1').then(
          () => ({ database: { status: 'up' } }),
          () => ({ database: { status: 'down' } }),
        ),
      async () => ({ redis: { status: (await this.queues.isReachable()) ? 'up' : 'down' } }),
    ]);
  }

  @Get('metrics')
  @Header('Content-Type', register.contentType)
  async metrics(): Promise<string> {
    return `${await register.metrics()}\n${await this.backlog.text()}`;
  }
}
