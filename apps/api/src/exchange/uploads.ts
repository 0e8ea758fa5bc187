import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Invalid } from '@desk/errors';

/** A little more than the largest file that is read, so that the reader says what is too large. */
const UPLOAD_LIMIT_BYTES = 51 * 1024 * 1024;

/** Lets requests carry a file as it is, as `application/octet-stream`. */
export function takeUploads(server: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT_BYTES },
    (_request: FastifyRequest, body: Buffer, done: (error: null, body: Buffer) => void) => {
      done(null, body);
    },
  );
}

/** @throws Invalid `exchange.upload_missing` */
export function uploadIn(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) throw new Invalid('exchange.upload_missing');
  return body;
}
