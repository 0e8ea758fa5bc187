import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Invalid } from '@desk/errors';
import { UnsupportedMediaType } from '../http/request.errors.js';

const route = '/api/v1/media';

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Lets a request carry a file under its own type, as browsers send one that was dropped. It is
 * not read before it is known who sends it; how large it may be the library says.
 */
export function takeMedia(server: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  const handOn = (request: FastifyRequest, payload: Readable, done: Done): void => {
    if (request.routeOptions.url === route) done(null, payload);
    else done(new UnsupportedMediaType());
  };
  for (const type of [/^(?:image|audio|video)\//, 'application/pdf']) {
    server.addContentTypeParser(type, handOn);
  }
}

/** @throws Invalid `media.empty` */
export function mediaIn(body: unknown): Readable {
  if (body instanceof Readable) return body;
  if (Buffer.isBuffer(body) && body.length > 0) return Readable.from([body]);
  throw new Invalid('media.empty');
}
