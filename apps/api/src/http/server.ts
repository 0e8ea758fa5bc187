import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Environment } from '@desk/config';
import { inContext, traceParentOf } from '@desk/ledger';
import { ApiDescription } from '../docs/api-description.js';
import { takeUploads } from '../exchange/uploads.js';
import { takeMedia } from '../media/take-media.js';
import { measureRequest } from '../measures/request-durations.js';
import { countedAddress } from './address.js';
import { InputPipe } from './input.pipe.js';
import { sendProblem } from './problem.filter.js';
import { takeNoForms } from './json-only.js';
import { beginRequest, endRequest } from './request-spans.js';
import { RateLimits } from './rate-limits.js';

/** The largest JSON body; an import of a long article fits. */
const BODY_LIMIT_BYTES = 11_000_000;
const saneId = /^[\w.:-]{8,64}$/;

/** Fastify under Nest: request ids, limits on what is read, the caller's context. */
export function newAdapter(environment: Environment, log: Logger): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: log,
    disableRequestLogging: true,
    trustProxy: environment.TRUST_PROXY,
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: 500 },
    genReqId: (request: { headers: Record<string, string | string[] | undefined> }) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && saneId.test(given) ? given : randomUUID();
    },
    frameworkErrors: sendProblem,
  });
}

/** Where the resources live; health, measures and the description stand outside of the version. */
export function addressRoutes(app: NestFastifyApplication): void {
  app.setGlobalPrefix('api/v1', {
    exclude: ['health/*path', 'metrics', 'api/*path', 'admin/*path', '/'],
  });
}

/** What every request passes through, in order; called once before the application listens. */
export async function furnish(app: NestFastifyApplication): Promise<void> {
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  addressRoutes(app);
  app.get(ApiDescription, { strict: false }).describe(app);
  app.useGlobalPipes(new InputPipe());
  const server = app.getHttpAdapter().getInstance();
  takeUploads(server);
  takeMedia(server);
  takeNoForms(server);
  const limits = app.get(RateLimits);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    const context = { requestId: request.id, traceParent: traceParentOf(beginRequest(request)) };
    inContext(context, () => {
      limits.request(countedAddress(request.ip)).then(
        () => inContext(context, done),
        (error: unknown) => sendProblem(error, request, reply),
      );
    });
  });
  server.addHook('onResponse', (request, reply, done) => {
    measureRequest(request, reply);
    endRequest(request, reply);
    request.log.info(
      {
        method: request.method,
        url: loggedPath(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        person: request.asking?.person.id,
      },
      'answered',
    );
    done();
  });
  server.setErrorHandler((error, request, reply) => {
    sendProblem(error, request, reply);
  });
}

/** The path without its query. Of links in e-mails only the route: the token in them is a secret. */
function loggedPath({ url, routeOptions }: FastifyRequest): string | undefined {
  return routeOptions.url?.includes(':token') ? routeOptions.url : url.split('?')[0];
}
