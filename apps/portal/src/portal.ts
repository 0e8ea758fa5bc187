import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readAssets } from './assets.js';
import { readOrganisation } from './organisation.js';
import { PortalModule } from './portal.module.js';
import { securityHeaders } from './security-headers.js';
import type { Settings } from './settings.js';

/** Where the portal finds the files that are not code. */
export interface Files {
  /** The style sheet and the emblem. */
  readonly assets: string;
  readonly organisation: string;
}

/** Khmer slugs take nine characters a letter in an address. */
const MAX_ADDRESS_PART = 2_000;

/** The portal, ready to listen. */
export async function createPortal(
  settings: Settings,
  files: Files,
): Promise<NestFastifyApplication> {
  const site = {
    organisation: readOrganisation(files.organisation),
    origin: settings.PUBLIC_URL,
    assets: readAssets(files.assets),
  };
  const adapter = new FastifyAdapter({
    logger: { level: settings.LOG_LEVEL, base: { process: 'portal' } },
    disableRequestLogging: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_ADDRESS_PART },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    PortalModule.forRoot(settings.PORTAL_DATABASE_URL, site),
    adapter,
    { logger: ['error', 'warn'] },
  );
  const headers = securityHeaders(settings.PUBLIC_URL);
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    // No address of the reader: who reads what is nobody's business.
    const { method, url, id } = request;
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info(
      { method, url, requestId: id, status: reply.statusCode, milliseconds },
      'read',
    );
    done();
  });
  app.enableShutdownHooks();
  return app;
}
