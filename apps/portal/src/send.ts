import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from './answer.js';

/** How long caches may keep a page: they must ask each time, and mostly hear "not modified". */
const askEachTime = 'public, no-cache';

/** Sends an answer, or "not modified" to one who has it already. */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  if ('redirect' in answer) {
    void reply.header(
      'cache-control',
      answer.redirect === 301 ? 'public, max-age=3600' : askEachTime,
    );
    return reply.redirect(answer.to, answer.redirect);
  }
  void reply
    .header('etag', answer.etag)
    .header('cache-control', answer.status === 500 ? 'no-store' : askEachTime)
    .type(answer.type);
  if (answer.lastModified) void reply.header('last-modified', answer.lastModified.toUTCString());
  // Only the tag decides: a page also changes when another edition appears or goes, and
  // If-Modified-Since knows nothing of that.
  if (answer.status === 200 && hasIt(request.headers['if-none-match'], answer.etag)) {
    return reply.code(304).send();
  }
  return reply.code(answer.status).send(answer.body);
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2). */
function hasIt(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
