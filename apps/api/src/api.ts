import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Environment } from '@desk/config';
import type { Clock } from '@desk/database';
import { NestLogger } from '@desk/ledger';
import { SITE, type Site } from '@desk/public-page';
import { AppModule } from './app.module.js';
import { furnish, newAdapter } from './http/server.js';
import { registerQueueBoard } from './jobs/queue-board.js';
import { serveMedia } from './media/serve-media.js';
import { serveNewsroom } from './newsroom/newsroom-pages.js';
import { servePreviewAssets } from './previews/preview-assets.js';

/** The API, ready to listen. */
export async function createApi(
  environment: Environment,
  log: Logger,
  clock?: Clock,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(environment, log, clock),
    newAdapter(environment, log),
    { logger: new NestLogger(log), abortOnError: false, bodyParser: false },
  );
  await furnish(app);
  await registerQueueBoard(app);
  serveMedia(app);
  const server = app.getHttpAdapter().getInstance();
  servePreviewAssets(server, app.get<Site>(SITE, { strict: false }).assets);
  await serveNewsroom(server);
  return app;
}
