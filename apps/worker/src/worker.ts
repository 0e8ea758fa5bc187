import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Environment } from '@desk/config';
import type { Clock } from '@desk/database';
import { NestLogger } from '@desk/ledger';
import { WorkerModule } from './worker.module.js';

/** The worker: it works from `init()` on; listening is for health and metrics only. */
export const createWorker = (
  environment: Environment,
  log: Logger,
  clock?: Clock,
): Promise<NestFastifyApplication> =>
  NestFactory.create<NestFastifyApplication>(
    WorkerModule.forRoot(environment, log, clock),
    new FastifyAdapter({ disableRequestLogging: true }),
    { logger: new NestLogger(log), abortOnError: false },
  );
