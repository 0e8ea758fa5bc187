import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  HealthCheckService,
  type HealthCheckResult,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { JobQueues } from '@desk/queues';
import { Answers, Public } from '../http/index.js';

const aliveSchema = z.object({ status: z.literal('ok') });
const parts = z.record(z.string(), z.looseObject({ status: z.enum(['up', 'down']) }));
const readinessSchema = z.object({
  status: z.enum(['ok', 'error', 'shutting_down']),
  info: parts.optional(),
  error: parts.optional(),
  details: parts,
});

/** Whether the process lives, and whether it can work. */
@ApiTags('operation')
@Public('asked by machines that watch over the process')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly dataSource: DataSource,
    private readonly queues: JobQueues,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process lives' })
  @Answers(aliveSchema, { description: 'It lives' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Whether it can work',
    description:
      'Ready when the database answers and is migrated. Redis away is no reason to turn people away: what they do is kept in the database, and jobs follow when Redis is back.',
  })
  @Answers(readinessSchema, { description: 'It can work; 503 when it cannot' })
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
