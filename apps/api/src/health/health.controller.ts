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
    return this.health.check([() => this.database(), () => this.redis()]);
  }

  /** The migrations are asked of the database too: without an answer nothing is known of them. */
  private async database(): Promise<HealthIndicatorResult> {
    try {
      await this.dataSource.query('SELECT 1');
      const pending = await this.dataSource.showMigrations();
      const migrations = pending ? { status: 'down' as const, pending } : { status: 'up' as const };
      return { database: { status: 'up' }, migrations };
    } catch {
      return { database: { status: 'down' } };
    }
  }

  private async redis(): Promise<HealthIndicatorResult> {
    const reachable = await this.queues.isReachable();
    return { redis: { status: 'up', degraded: !reachable } };
  }
}
