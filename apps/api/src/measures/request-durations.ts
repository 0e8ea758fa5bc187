import type { FastifyReply, FastifyRequest } from 'fastify';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What this process measures of itself, whatever number of applications run in it. */
export const processMeasures = new Registry();
collectDefaultMetrics({ register: processMeasures });

const duration = new Histogram({
  name: 'desk_http_request_duration_seconds',
  help: 'How long requests took, by method, route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [processMeasures],
});

/**
 * Counts an answered request under its route, never under its address: ids would make a series
 * each. Streams of events last as long as somebody listens and are not counted.
 */
export function measureRequest(request: FastifyRequest, reply: FastifyReply): void {
  const type = reply.raw.getHeader('content-type');
  if (typeof type === 'string' && type.startsWith('text/event-stream')) return;
  const { method, routeOptions } = request;
  duration.observe(
    { method, route: routeOptions.url ?? 'none', status: reply.statusCode },
    reply.elapsedTime / 1_000,
  );
}
