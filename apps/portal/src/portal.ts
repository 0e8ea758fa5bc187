import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '@desk/database';
import { languageFromHeader } from '@desk/languages';
import { readAssets, readOrganisation } from '@desk/public-page';
import { Apologies, languageOfPath } from './apologies.service.js';
import { PortalModule } from './portal.module.js';
import { securityHeaders } from './security-headers.js';
import { send } from './send.js';
import type { Settings } from './settings.js';

/** Khmer slugs take nine characters a letter in an address. */
const MAX_ADDRESS_PART = 2_000;

/** The portal, ready to listen; `organisation` is a file like config/organisation.json. */
export async function createPortal(
  settings: Settings,
  organisation: string,
  clock?: Clock,
): Promise<NestFastifyApplication> {
  const site = {
    organisation: readOrganisation(organisation),
    origin: settings.PUBLIC_URL,
    assets: readAssets(),
  };
  const headers = securityHeaders(settings.PUBLIC_URL);
  const adapter = new FastifyAdapter({
    // Of paths that cannot be decoded no hook and no filter hears.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(headers);
      const language =
        languageOfPath(request.url) ?? languageFromHeader(request.headers['accept-language']);
      void send(request, reply, app.get(Apologies).failure(language, 400));
    },
    logger: { level: settings.LOG_LEVEL, base: { process: 'portal' } },
    disableRequestLogging: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_ADDRESS_PART },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    PortalModule.forRoot(settings.PORTAL_DATABASE_URL, site, clock),
    adapter,
    { logger: ['error', 'warn'] },
  );
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
