import { SpanKind, SpanStatusCode, type Span } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { beginSpan, isTraceParent } from '@desk/ledger';

const spans = new WeakMap<FastifyRequest, Span>();

/** A span for the request, under the caller's when it sent a `traceparent`. */
export function beginRequest(request: FastifyRequest): Span {
  const given = request.headers.traceparent;
  const parent = typeof given === 'string' && isTraceParent(given) ? given : undefined;
  const route = request.routeOptions.url ?? 'none';
  const span = beginSpan(`${request.method} ${route}`, SpanKind.SERVER, parent, {
    'http.request.method': request.method,
    'http.route': route,
    'desk.request': request.id,
  });
  spans.set(request, span);
  return span;
}

export function endRequest(request: FastifyRequest, reply: FastifyReply): void {
  const span = spans.get(request);
  span?.setAttribute('http.response.status_code', reply.statusCode);
  if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
  span?.end();
}
