import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnsupportedMediaType } from './request.errors.js';

const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];
/** Mail programs post a form to the link that ends an e-mail (RFC 8058); it is not read. */
const formRoute = '/api/v1/unsubscribe/:token';

type Done = (error: Error | null, body?: null) => void;

/** A page of another site can post forms and plain text, but no JSON: so these are not taken. */
export function takeNoForms(
  server: Pick<FastifyInstance, 'addContentTypeParser' | 'removeContentTypeParser'>,
): void {
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser(
    forms,
    { parseAs: 'buffer' },
    (request: FastifyRequest, _body: Buffer, done: Done) => {
      if (request.routeOptions.url === formRoute) done(null, null);
      else done(new UnsupportedMediaType());
    },
  );
}
