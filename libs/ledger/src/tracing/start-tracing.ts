import { trace } from '@opentelemetry/api';

/** A collector that does not answer must not hold the process when it ends. */
const SENDING_MS = 2_000;

/**
 * Sends traces by OTLP over HTTP to `endpoint`; without one nothing is traced and nothing of
 * OpenTelemetry is loaded. Returns what sends the last spans off before the process ends.
 */
export async function startTracing(
  service: string,
  endpoint: string | undefined,
): Promise<() => Promise<void>> {
  if (endpoint === undefined) return () => Promise.resolve();
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: SENDING_MS,
  });
  const provider = new TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': `mekong-desk-${service}` }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  trace.setGlobalTracerProvider(provider);
  // Spans that nobody takes are no reason to end badly.
  return () => provider.shutdown().catch(() => undefined);
}
