import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { environmentSchema } from '@desk/config';
import { newLogger } from '@desk/ledger';
import { AppModule } from '../app.module.js';
import { addressRoutes, newAdapter } from '../http/server.js';
import { openApiDocument } from './open-api.js';

/** Writes openapi.json into the folder given. Nothing is connected to and nothing is begun. */
const folder = process.argv[2];
if (folder === undefined) throw new Error('say into which folder openapi.json is to be written');
const environment = environmentSchema.parse({
  NODE_ENV: 'production',
  DATABASE_URL: 'mysql://nobody@localhost/nothing',
  REDIS_URL: 'redis://localhost',
  SECRET: 'nothing is signed while the description is written',
});
const log = newLogger('openapi', 'silent');
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.forRoot(environment, log),
  newAdapter(environment, log),
  { preview: true, logger: false, abortOnError: false },
);
addressRoutes(app);
const document = openApiDocument(app);
writeFileSync(join(folder, 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
