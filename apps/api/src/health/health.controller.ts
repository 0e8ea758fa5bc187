import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  HealthCheckService,
  type HealthCheckResult,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { JobQueues } from '@desk/queues';
import { Public } from '../http/index.js';

/** Whether the process lives, and whether it can work. */
@ApiExcludeController()
@Public('asked by machines that watch over the process')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly dataSource: DataSource,
    private readonly queues: JobQueues,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /**
   * Ready when the database answers and is migrated. Redis away is no reason to turn people
   * away: what they do is kept in the database, and jobs follow when Redis is back.
   */
  @Get('ready')
  ready(): Promise<HealthCheckResult> {
    return this.health.check([() => this.database(), () => this.migrations(), () => this.redis()]);
  }

  private async database(): Promise<HealthIndicatorResult> {
    await this.dataSource.query('SELECT 1');
    return { database: { status: 'up' } };
  }

  private async migrations(): Promise<HealthIndicatorResult> {
    const pending = await this.dataSource.showMigrations();
    return { migrations: pending ? { status: 'down', pending } : { status: 'up' } };
  }

  private async redis(): Promise<HealthIndicatorResult> {
    const reachable = await this.queues.isReachable();
    return { redis: { status: 'up', degraded: !reachable } };
  }
}
